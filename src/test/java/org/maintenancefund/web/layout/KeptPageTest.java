package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptPageTest {

    private static final String DRAWN = "<p>维修资金</p>" + "花园".repeat(5_000)
            + "<input value=\"TOKEN\"><input value=\"NUMBER\"><input value=\"TOKEN\">";

    private static MockHttpServletResponse answer(KeptPage page, String token, String accepted) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (accepted != null) {
            request.addHeader("Accept-Encoding", accepted);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        page.send(List.of(token, "7"), request, response);
        return response;
    }

    private static String unpacked(MockHttpServletResponse response) throws IOException {
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br, gzip;q=0.8", "gzip;q=1.0"})
    void isCompressedWithTheTokenOfTheAnswerInEachForm(String accepted) throws IOException {
        KeptPage page = new KeptPage(DRAWN, List.of("TOKEN", "NUMBER"));

        MockHttpServletResponse response = answer(page, "another-one_=", accepted);

        assertThat(unpacked(response))
                .isEqualTo(DRAWN.replace("TOKEN", "another-one_=").replace("NUMBER", "7"));
        assertThat(response.getContentLength())
                .isEqualTo(response.getContentAsByteArray().length)
                .isLessThan(2_000);
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(page.hasForms()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "deflate, gzip;q=0.0, br"})
    void isPlainWhereTheBrowserDoesNotReadThat(String accepted) throws IOException {
        MockHttpServletResponse response = answer(new KeptPage(DRAWN, List.of("TOKEN", "NUMBER")), "x", accepted);

        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentAsString())
                .isEqualTo(DRAWN.replace("TOKEN", "x").replace("NUMBER", "7"));
    }

    @Test
    void withoutFormsNoTokenIsPutIn() throws IOException {
        KeptPage page = new KeptPage("<p>电话</p>", List.of("TOKEN", "NUMBER"));

        assertThat(page.hasForms()).isFalse();
        assertThat(unpacked(answer(page, "", "gzip"))).isEqualTo("<p>电话</p>");
        assertThat(answer(page, "", null).getContentAsString()).isEqualTo("<p>电话</p>");
    }
}
