package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class HomePageTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theTitleIsTheSystemsNameAlone() throws Exception {
        var r = mvc.get().uri("/").with(user("x")).exchange();
        assertThat(r).hasStatusOk();
    }
}
