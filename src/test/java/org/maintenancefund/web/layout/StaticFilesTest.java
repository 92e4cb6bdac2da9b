package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class StaticFilesTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void pagesLinkEveryFileWithTheHashOfItsContent() throws Exception {
        assertThat(linkedFiles())
                .hasSizeGreaterThan(8)
                .allMatch(address -> address.matches(".*-[0-9a-f]{32}\\.[a-z]+"));
    }

    @Test
    void aFileIsKeptForAYearUnderItsHashedAddress() throws Exception {
        for (String address : linkedFiles()) {
            assertThat(mvc.get().uri(address))
                    .hasStatusOk()
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
        }
    }

    @Test
    void theSameFileIsAskedForEachTimeUnderItsPlainAddress() {
        for (String address : List.of("/css/base.css", "/js/app.js", "/webjars/bootstrap/css/bootstrap.min.css")) {
            assertThat(mvc.get().uri(address)).hasStatusOk().hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }

    @Test
    void anotherHashIsNotFoundAndNotKept() {
        MvcTestResult answer =
                mvc.get().uri("/css/base-00000000000000000000000000000000.css").exchange();
        assertThat(answer).hasStatus(404);
        assertThat(answer.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).doesNotContain("max-age=31536000");
    }

    @Test
    void nothingElseOfTheClassPathIsServed() {
        for (String address : List.of("/application.properties", "/templates/home/home.html", "/static/css/base.css")) {
            assertThat(mvc.get().uri(address).exchange().getResponse().getStatus())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    private List<String> linkedFiles() throws Exception {
        String page = mvc.get().uri("/").exchange().getResponse().getContentAsString();
        return Jsoup.parse(page).select("link[rel=stylesheet], link[rel=icon], script[src], img[src]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .toList();
    }
}
