package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
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
    void eachTextIsCompressedOnceForWhoTakesThatAndIsTheSameUnpacked() throws Exception {
        List<String> texts = linkedFiles();
        assertThat(texts).anyMatch(address -> address.startsWith("/webjars/bootstrap/"));
        for (String address : texts) {
            MvcTestResult plain = mvc.get().uri(address).exchange();
            MvcTestResult compressed = compressed(address);

            assertThat(compressed)
                    .hasStatusOk()
                    .hasHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .hasHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
            assertThat(compressed.getResponse().getContentType())
                    .isEqualTo(plain.getResponse().getContentType());
            assertThat(compressed.getResponse().getHeader(HttpHeaders.LAST_MODIFIED))
                    .isEqualTo(plain.getResponse().getHeader(HttpHeaders.LAST_MODIFIED));
            assertThat(plain.getResponse().getHeader(HttpHeaders.CONTENT_ENCODING))
                    .as(address)
                    .isNull();
            byte[] sent = compressed.getResponse().getContentAsByteArray();
            assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
                    .as(address)
                    .isEqualTo(plain.getResponse().getContentAsByteArray());
            assertThat(compressed(address).getResponse().getContentAsByteArray())
                    .as("kept")
                    .isEqualTo(sent);
        }
    }

    @Test
    void picturesAreSentAsTheyAre() {
        MvcTestResult picture = compressed("/img/help/login.png");

        assertThat(picture).hasStatusOk();
        assertThat(picture.getResponse().getHeader(HttpHeaders.CONTENT_ENCODING))
                .isNull();
    }

    @Test
    void whatIsCompressedHasNoAddressOfItsOwn() {
        for (String address : List.of("/css/base.css.gz", "/css/css.gz", "/js/app.js.gz")) {
            assertThat(mvc.get().uri(address)).hasStatus(404);
        }
    }

    private MvcTestResult compressed(String address) {
        return mvc.get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate, br")
                .exchange();
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
