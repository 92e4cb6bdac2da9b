package org.maintenancefund.disclosure.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.disclosure.NumberAndCodeForm.assertSlowed;
import static org.maintenancefund.disclosure.NumberAndCodeForm.errors;
import static org.maintenancefund.disclosure.NumberAndCodeForm.wrong;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.disclosure.NumberAndCodeForm;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 证明核验 as whoever is shown a paper asks, and as whoever guesses meets it. */
@IntegrationTest
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class VerificationTest {

    private static final String NOT_FOUND = "没有查到这份证明，请核对证明编号和校验码。两项都没有写错的，这份证明不是本系统开具的";

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PaperService papers;

    @Autowired
    PaperVerification verification;

    private NumberAndCodeForm form;
    private PaperWorld books;
    private CollectedArea area;
    private UnitId flat;
    private ReceiptNumber receipt;
    private String number;
    private String code;

    @BeforeEach
    void aPaymentWithAProof() {
        books = new PaperWorld("核验苑", world, context);
        area = books.area();
        flat = area.flat("101");
        receipt = area.receive(area.payment(flat, "22.40"));
        remember(papers.provePayment(receipt.value(), area.clerk()));
        form = new NumberAndCodeForm(mvc, "/verify");
    }

    private void remember(PaperNumber paper) {
        number = paper.value();
        code = papers.code(papers.get(paper, area.clerk()).paper()).grouped();
    }

    private MvcTestResult verify(String number, String code) {
        return form.send(number, code);
    }

    private Document verified() {
        MvcTestResult result = verify(number, code);
        assertThat(result).hasStatusOk();
        return Pages.parse(result);
    }

    private String another(int running) {
        return number.substring(0, number.length() - 4) + running;
    }

    // ---- whether it holds

    @Test
    void whoIsShownAPaperReadsWhatItSaysAndThatItHolds() {
        Document page = verified();

        assertThat(page.select("main .notice").text()).contains("仍然有效");
        assertThat(page.select("dl.summary-list").text())
                .contains(number, receipt.value(), "核验苑", "1 栋 101", "22.40 元（人民币贰拾贰元肆角整）", "王*国", "核验苑管理处")
                .doesNotContain("王建国");
        assertThat(page.html()).as("the code is kept nowhere").doesNotContain(code.replace("-", ""), code);
    }

    @Test
    void aProofOfWhatWasReversedSinceHoldsNoLonger() {
        area.reverse(receipt);

        assertThat(verified().select("main .notice").text()).contains("不再有效", "冲正");
    }

    @Test
    void aBalanceHoldsAndSaysWhatCameSince() {
        books.booked(flat, area.first().atDay(3), "100.00");
        remember(papers.proveBalance(flat, area.clerk()));
        assertThat(verified().select("main .notice").text()).contains("仍然有效", "此后分户账也没有变动");

        later(() -> {
            books.booked(flat, area.today().plusDays(1), "22.40");
            assertThat(verified().select("main .notice").text()).contains("仍然有效", "此后分户账有 1 笔变动");
        });
    }

    @Test
    void aBalanceThatIsCorrectedAfterwardsHoldsNoLonger() {
        var entry = books.booked(flat, area.first().atDay(3), "100.00");
        remember(papers.proveBalance(flat, area.clerk()));

        later(() -> {
            books.reversed(entry, area.today());
            assertThat(verified().select("main .notice").text()).contains("不再有效", "余额已有变化");
        });
    }

    private void later(Runnable step) {
        Instant tomorrow = Instant.now()
                .plus(java.time.Duration.between(
                        Instant.now(),
                        area.today()
                                .plusDays(1)
                                .atTime(9, 0)
                                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                                .toInstant()));
        context.getBean(TravellingClock.class).at(tomorrow, step);
    }

    // ---- whoever guesses

    @Test
    void aWrongCodeAndAnUnknownNumberAreOneAnswerByTheSameSteps() {
        verified();

        form.assertOneAnswer(List.of(number, another(9999)), wrong(code), NOT_FOUND);
    }

    @Test
    void theCodeOfOnePaperOpensNoOther() {
        ReceiptNumber other = area.receive(area.payment(flat, "9.00"));
        String second = papers.provePayment(other.value(), area.clerk()).value();

        assertThat(errors(verify(second, code))).containsExactly(NOT_FOUND);
    }

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource({
        "'', '', 请填写证明编号|请填写校验码",
        "SK20261205-0001, 7K3M9QXA, '证明编号应为 ZM 加日期和序号，例如 ZM20261205-0001'",
        "ZM20261205-0001, 7K3M, '校验码应为 8 位字母和数字，例如 7K3M-9QXA'",
    })
    void whatCantBeReadIsSaidAndStaysTyped(String typed, String secret, String sentences) {
        form.assertUnreadable(typed, secret, sentences);
    }

    @Test
    void aThousandGuessesAreSlowedAndLogged(CapturedOutput log) {
        OneTimeCode guess = OneTimeCode.parse(wrong(code)).orElseThrow();
        for (PaperNumber at : List.of(PaperNumber.of(number), PaperNumber.of(another(9998)))) {
            assertSlowed(() -> verification.open(at, guess, "203.0.113.8"));
            assertThat(log.getOut()).contains("Guesses at the code of paper " + at + " from 203.0.113.8");
        }
        assertThat(log.getOut()).doesNotContain(code, guess.value());
        assertThat(verified().text()).as("whoever has the paper, at home").contains("仍然有效");
    }

    @Test
    void moreThanTwentyAMinuteFromOneAddressAreTooMany() {
        context.getBean(TravellingClock.class).at(Instant.parse("2026-11-23T04:00:00Z"), () -> {
            for (int i = 0; i < 20; i++) {
                verify(another(9_000 + i), wrong(code));
            }
            assertThat(verify(number, code)).hasStatus(429);
        });
    }

    @Test
    void theFormTakesTheNumberOfAPaperAlongAndNoCode() {
        form.assertTakesAlong(number);
    }
}
