package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.disclosure.NumberAndCodeForm.assertSlowed;
import static org.maintenancefund.disclosure.NumberAndCodeForm.errors;
import static org.maintenancefund.disclosure.NumberAndCodeForm.wrong;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 维修资金查询 as a household opens it, and as whoever guesses meets it. */
@IntegrationTest
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class FundPageTest {

    private static final String NOT_FOUND = "没有查到，请核对户号和查询码。查询码遗失的，请到小区收取单位领取新的";

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LookUpCodes codes;

    @Autowired
    FundLookup lookup;

    @Autowired
    UnitLookup units;

    private NumberAndCodeForm form;
    private CollectedArea area;
    private UnitId flat;
    private String number;
    private String code;

    @BeforeEach
    void aHouseholdWithACode() {
        area = CollectedArea.named("明白苑", world, context);
        flat = area.flat("101");
        number = units.get(flat).number();
        code = codes.issue(flat, null, area.clerk()).grouped();
        form = new NumberAndCodeForm(mvc, "/fund");
    }

    private MvcTestResult look(String number, String code) {
        return form.send(number, code);
    }

    // ---- what a household sees

    @Test
    void aHouseholdSeesItsBillsByFormulaAndItsPaymentsByStage() {
        area.bill(area.first());
        String paid = area.receive(area.payment(flat, "50.00")).value();

        MvcTestResult result = look(number, code);

        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        Document page = Pages.parse(result);
        assertThat(page.select("h2").first().text()).isEqualTo("明白苑 1 栋 101");
        assertThat(page.select("dl.summary-list").text())
                .contains(number, "王*国", "89.58 ㎡", "27.60 多缴的部分", "还没有核准", "未知")
                .doesNotContain("王建国");
        assertThat(page.select("table td").eachText())
                .containsExactly(area.first().toString(), "22.4089.58 ㎡ × 0.25 元/㎡·月", "22.40", "0.00", "已缴");
        assertThat(page.select(".payment").text()).contains("50.00 元", paid, "王*国，现金，由明白苑管理处收取", "其中预存 27.60 元");
        assertThat(page.select(".payment-stages strong").eachText()).containsExactly("应收", "物业已代收", "已到专户", "已入分户账");
        assertThat(page.select(".payment-stages span").eachText())
                .containsExactly(area.first().toString(), area.today().toString(), "还没有", "还没有");
        assertThat(page.select(".payment-stages li.reached")).hasSize(2);
        assertThat(page.text()).as("the code is kept nowhere").doesNotContain(code);
        assertThat(page.html()).doesNotContain(code.replace("-", ""));
    }

    @Test
    void whatWasTakenBackHasNoStageAnyMore() {
        area.reverse(area.receive(area.payment(flat, "30")));

        Document page = Pages.parse(look(number, code));

        assertThat(page.select(".payment h3").eachText()).containsExactlyInAnyOrder("-30.00 元 冲正", "30.00 元 已冲正");
        assertThat(page.select(".payment-stages")).isEmpty();
    }

    @Test
    void anOpeningBalanceIsShownOnceItIsApproved() {
        AnOpening openings = context.getBean(AnOpening.class);
        openings.begun(area.managed(), "100.00");
        openings.entered(area.managed(), flat, "500.00", "100.00");
        assertThat(Pages.parse(look(number, code)).select("dl.summary-list").text())
                .contains("还没有核准", "未知")
                .doesNotContain("500.00");

        openings.checked(area.managed(), area.colleague());
        openings.approved(area.managed(), world.clerk());

        assertThat(Pages.parse(look(number, code)).select("dl.summary-list").text())
                .contains("100.00 截至 " + AnOpening.DAY, "500.00", "余额低于首期原值的 30%，需续交");
    }

    @Test
    void aCodeOpensOneHouseholdAlone() {
        UnitId neighbours = area.unit(AUnit.at("1 栋", "102"));
        area.bill(area.first());
        area.receive(area.payment(neighbours, "11.11"));
        String other = units.get(neighbours).number();
        codes.issue(neighbours, null, area.clerk());

        assertThat(errors(look(other, code))).containsExactly(NOT_FOUND);
        assertThat(Pages.parse(look(number, code)).text()).doesNotContain(other, "11.11", "102");
    }

    @ParameterizedTest
    @CsvSource({"lower case", "without the mark", "full width"})
    void numberAndCodeAreReadHoweverTheyAreWritten(String how) {
        String typed = switch (how) {
            case "lower case" -> code.toLowerCase(Locale.ROOT);
            case "without the mark" -> " " + code.replace("-", " ");
            default -> code.replace('-', '－');
        };

        assertThat(look(" " + number.toLowerCase(Locale.ROOT).replace('-', '－'), typed))
                .hasStatusOk();
    }

    // ---- whoever has no right to it

    @Test
    void wrongUnknownAndWithoutACodeAreOneAnswerByTheSameSteps() {
        String without = units.get(area.unit(AUnit.at("1 栋", "103"))).number();
        String unknown = number.substring(0, number.length() - 5) + "99999";
        look(number, code);

        form.assertOneAnswer(List.of(number, without, unknown), wrong(code), NOT_FOUND);
    }

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource({
        "'', '', 请填写户号|请填写查询码",
        "101, 7K3M9QXA, '户号应为区代码、小区编号和序号，例如 DH-00236-00017'",
        "DH-00236-00017, 7K3M, '查询码应为 8 位字母和数字，例如 7K3M-9QXA'",
    })
    void whatCantBeReadIsSaidAndStaysTyped(String typed, String secret, String sentences) {
        form.assertUnreadable(typed, secret, sentences);
    }

    @Test
    void whoGuessesWaitsAndNobodyElseDoes() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(errors(look(number, wrong(code)))).containsExactly(NOT_FOUND);
        }
        assertThat(errors(look(number, code)))
                .as("the right one too, else waiting would tell")
                .singleElement()
                .asString()
                .contains("分钟后再试");
        form.moveOn();

        assertThat(look(number, code)).as("from at home").hasStatusOk();
    }

    @Test
    void aThousandGuessesAreSlowedAndLogged(CapturedOutput log) {
        OneTimeCode guess = OneTimeCode.parse(wrong(code)).orElseThrow();
        String unknown = number.substring(0, number.length() - 5) + "99998";
        for (String at : List.of(number, unknown)) {
            assertSlowed(() -> lookup.open(at, guess, "203.0.113.7"));
            assertThat(log.getOut()).contains("Guesses at the look-up code of " + at + " from 203.0.113.7");
        }
        assertThat(log.getOut()).doesNotContain(code, guess.value());
    }

    @Test
    void moreThanTwentyAMinuteFromOneAddressAreTooMany() {
        Instant noon = Instant.parse("2026-11-23T04:00:00Z");
        context.getBean(TravellingClock.class).at(noon, () -> {
            for (int i = 0; i < 20; i++) {
                look(number.substring(0, number.length() - 5) + (90_000 + i), wrong(code));
            }
            assertThat(look(number, code)).hasStatus(429);
        });
    }

    // ---- what ends a code

    @Test
    void aNewCodeEndsTheOldOne() {
        Instant seen = codes.issued(flat).orElseThrow().at();
        String next = codes.issue(flat, seen, area.colleague()).grouped();

        assertThat(errors(look(number, code))).containsExactly(NOT_FOUND);
        assertThat(look(number, next)).hasStatusOk();
    }

    @Test
    void whoHasSoldTheFlatSeesItNoLonger() {
        UnitService service = context.getBean(UnitService.class);
        var before = service.get(flat, area.clerk()).unit();
        context.getBean(TravellingClock.class)
                .at(
                        area.today()
                                .plusDays(1)
                                .atTime(9, 0)
                                .atZone(ZoneId.of("Asia/Shanghai"))
                                .toInstant(),
                        () -> {
                            service.changePayer(
                                    flat,
                                    before.version(),
                                    area.today().plusDays(1),
                                    AUnit.owner("李红梅"),
                                    "合同",
                                    area.clerk());
                            assertThat(errors(look(number, code))).containsExactly(NOT_FOUND);
                            assertThat(codes.issued(flat)).isEmpty();
                        });
    }

    @ParameterizedTest(name = "{0} days before the code was given out")
    @CsvSource({"0", "5"})
    void aSaleThatIsRecordedLateEndsTheCodeOfWhoSold(int before) {
        UnitService service = context.getBean(UnitService.class);
        int version = service.get(flat, area.clerk()).unit().version();
        Instant later = area.today()
                .plusDays(10)
                .atTime(9, 0)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        context.getBean(TravellingClock.class).at(later, () -> {
            assertThat(look(number, code)).hasStatusOk();
            service.changePayer(flat, version, area.today().minusDays(before), AUnit.owner("李红梅"), "合同", area.clerk());

            assertThat(errors(look(number, code))).containsExactly(NOT_FOUND);
            assertThat(codes.issued(flat)).isEmpty();
        });
        context.getBean(TravellingClock.class).at(later.plusSeconds(60), () -> {
            String next = codes.issue(flat, null, area.clerk()).grouped();
            assertThat(look(number, next)).as("the buyer's").hasStatusOk();
        });
    }

    @Test
    void whoPaidInThePastEndsNoCode() {
        UnitService service = context.getBean(UnitService.class);
        var unit = service.get(flat, area.clerk()).unit();
        service.changePayer(
                flat, unit.version(), LocalDate.of(2025, 12, 1), AUnit.developer("云州建设公司"), "合同", area.clerk());

        assertThat(look(number, code)).hasStatusOk();
    }

    // ---- the form

    @Test
    void theFormTakesTheNumberOfANoticeAlongAndNoSecret() {
        form.assertTakesAlong(number);
    }
}
