package org.maintenancefund.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.maintenancefund.web.request.RequestNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@IntegrationTest
class ErrorPagesTest {

    private static final String INSIDE = "select * from operator at org.postgresql.Driver";

    @Autowired
    private ExceptionPages exceptionPages;

    @Autowired
    private ErrorPages pages;

    @Autowired
    private ThymeleafViewResolver views;

    private final Failing failing = new Failing();
    private MockMvcTester mvc;

    @BeforeEach
    void serveAFailingPage() {
        mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(failing)
                .setControllerAdvice(exceptionPages)
                .setViewResolvers((name, locale) -> views.resolveViewName(name, locale))
                .addFilters(new RequestNumber())
                .build());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NotFound(INSIDE), 404),
                Arguments.of(Refusal.because("kernel.dates.order"), 409),
                Arguments.of(new OptimisticLockingFailureException(INSIDE), 409),
                Arguments.of(new MaxUploadSizeExceededException(1), 413),
                Arguments.of(new TooManyRequests("progress", Duration.ofSeconds(90)), 429),
                Arguments.of(new CannotCreateTransactionException(INSIDE), 503),
                Arguments.of(new DataAccessResourceFailureException(INSIDE), 503),
                Arguments.of(new DataIntegrityViolationException(INSIDE), 500),
                Arguments.of(new IllegalStateException(INSIDE), 500),
                Arguments.of(new ResponseStatusException(HttpStatus.BAD_REQUEST, INSIDE), 400),
                Arguments.of(new ResponseStatusException(HttpStatus.FORBIDDEN, INSIDE), 403));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsStatusAndAPageWithoutAnythingFromInside(RuntimeException failure, int status) {
        failing.with = failure;
        MvcTestResult answer = mvc.get().uri("/failing").exchange();
        assertThat(answer).hasStatus(status);
        Document page = page(answer);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isEqualTo(page.select("h1").text() + " - 物业专项维修资金信息管理系统");
        assertThat(page.select(".reference-number").text()).matches("[0-9A-Z]{10}");
        assertThat(page.text()).doesNotContain("Exception", "org.", "select", "null", "web.error");
    }

    @Test
    void aRefusalSaysWhy() {
        failing.with = Refusal.because("kernel.dates.order");
        assertThat(page(mvc.get().uri("/failing").exchange()).select("main").text())
                .contains("结束日期不应早于开始日期");
    }

    @Test
    void tooManyRequestsSayWhenToTryAgain() {
        failing.with = new TooManyRequests("progress", Duration.ofSeconds(90));
        MvcTestResult answer = mvc.get().uri("/failing").exchange();
        assertThat(answer).hasHeader(HttpHeaders.RETRY_AFTER, "90");
        assertThat(page(answer).select("main").text()).contains("2 分钟后再试");
    }

    @Test
    void anAddressWithAnImpossibleIdentifierIsNotFound() {
        assertThat(mvc.get().uri("/failing/no-uuid")).hasStatus(404);
    }

    @Test
    void anImpossibleParameterIsABadRequest() {
        assertThat(mvc.get().uri("/numbered?page=eleven")).hasStatus(400);
    }

    @Test
    void anotherMethodNamesTheOnesThereAre() {
        assertThat(mvc.delete().uri("/failing")).hasStatus(405).hasHeader(HttpHeaders.ALLOW, "GET");
    }

    @Test
    void whoMayNotIsLeftToTheSecurityChain() {
        failing.with = new AccessDeniedException(INSIDE);
        assertThat(mvc.get().uri("/failing")).hasFailed();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 413, 429, 500, 503})
    void everyStatusHasWordsOfItsOwn(int status) {
        assertThat(pages.page(HttpStatus.valueOf(status)).getModel().get("title"))
                .asString()
                .isNotBlank();
    }

    @Test
    void otherStatusesBorrowTheWordsOfTheNearest() {
        assertThat(pages.page(HttpStatus.UNSUPPORTED_MEDIA_TYPE).getModel())
                .containsEntry(
                        "title", pages.page(HttpStatus.BAD_REQUEST).getModel().get("title"));
        assertThat(pages.page(HttpStatus.BAD_GATEWAY).getModel())
                .containsEntry(
                        "title",
                        pages.page(HttpStatus.INTERNAL_SERVER_ERROR).getModel().get("title"));
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @org.springframework.web.bind.annotation.RestController
    @org.springframework.boot.test.context.TestComponent
    static class Failing {

        private RuntimeException with = new IllegalStateException();

        @GetMapping("/failing")
        String fail(HttpServletRequest request) {
            throw with;
        }

        @GetMapping("/failing/{id}")
        String failWith(@PathVariable UUID id) {
            throw with;
        }

        @GetMapping("/numbered")
        String number(@RequestParam int page) {
            throw with;
        }
    }
}
