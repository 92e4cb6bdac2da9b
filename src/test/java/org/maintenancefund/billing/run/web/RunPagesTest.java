package org.maintenancefund.billing.run.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.BatchAction;
import org.maintenancefund.billing.run.Batches;
import org.maintenancefund.billing.run.BilledArea;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 试算 and 出账 as people meet them: the trial, the second person, what is refused, who finds nothing. */
@IntegrationTest
@Transactional
class RunPagesTest extends BilledArea {

    @Autowired
    Pages pages;

    @Autowired
    Batches batches;

    @Autowired
    Jobs jobs;

    private String list;
    private String run;

    @BeforeEach
    void theWorkedMonth() {
        openedAsWorked("试账苑");
        list = "/bills/areas/" + managed.id();
        run = list + "/run/" + month;
    }

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    private static String value(Document page, String name) {
        return page.select("input[name=" + name + "]").attr("value");
    }

    private MvcTestResult propose(CurrentUser user, String remark) {
        return pages.post(
                run, user, Map.of("fingerprint", value(pages.open(run, user), "fingerprint"), "remark", remark));
    }

    private static String notice(Document page) {
        return page.select(".notice").text();
    }

    private void larger(String door) {
        UnitFacts facts = unit(at(door)).in(month).facts();
        UnitFacts more = new UnitFacts(
                new FloorArea(facts.floorArea().hundredths() + 100_00),
                facts.source(),
                facts.use(),
                facts.lift(),
                facts.liable(),
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom());
        units.change(at(door), unit(at(door)).version(), new UnitChange(month, more, "实测", "报告"), managed.ofOffice());
        entities.flush();
    }

    @Test
    void theWorkedMonthOverTheWire() {
        assertThat(pages.get(list + "/run", first)).hasRedirectedUrl(run);
        Document trial = pages.open(run, first);
        assertThat(trial.select("h1").text()).isEqualTo("试账苑：" + month + " 试算 按月出账");
        assertThat(trial.select(".summary-list dd").eachText()).contains("6 户，201.04 元", "未到起收月份 1 户");
        assertThat(trial.select(".tabs a").eachText()).containsExactly("出账（6）", "未到起收月份（1）");
        assertThat(trial.select("td[data-label=房屋]").eachText())
                .containsExactly("1 栋 101", "1 栋 102", "1 栋 201", "1 栋 202", "1 栋 301", "1 栋 商-01");
        assertThat(trial.select("td[data-label^=本月]").eachText().get(0))
                .startsWith("22.40")
                .contains("89.58 ㎡ × 0.25");

        MvcTestResult proposed = propose(first, "");
        assertThat(proposed).hasStatus(303).hasRedirectedUrl(run);
        Document waiting = pages.open(run, first);
        assertThat(waiting.text()).contains("待确认的试算", "要由另一个人确认");
        assertThat(waiting.select("form[action$=/confirm]")).isEmpty();

        Document other = pages.open(run, second);
        assertThat(other.select("form[action$=/confirm] button").text()).isEqualTo("确认出账");
        String id = value(other, "run");
        MvcTestResult billed = pages.post(run + "/confirm", second, Map.of("run", id));
        assertThat(billed).hasStatus(303).hasRedirectedUrl(list + "?month=" + month);

        Document bills = pages.open(list + "?month=" + month, first);
        assertThat(bills.select(".list-bar p").text()).isEqualTo("共 6 笔");
        assertThat(bills.select(".identity-bar dd").eachText()).contains("201.04", "0.00");
        MvcTestResult again = pages.post(run + "/confirm", second, Map.of("run", id));
        assertThat(again).hasStatus(303).hasRedirectedUrl(run);
        assertThat(billsOf(month)).isEqualTo(6);
    }

    @Test
    void whoProposedItIsToldThatAnotherOneHasToConfirm() {
        propose(first, "");
        String id = value(pages.open(run, first), "run");

        MvcTestResult refused = pages.post(run + "/confirm", first, Map.of("run", id));

        assertThat(refused).hasStatus(303).hasRedirectedUrl(run);
        assertThat(refused.getMvcResult().getFlashMap().get("notice").toString())
                .contains("这次试算是您提交的");
        assertThat(pages.open(run, first).text())
                .contains("请联系" + world.district().centreName());
    }

    @Test
    void whatChangedSinceIsSaidOnThePageAndTriedAnew() {
        propose(first, "");
        String id = value(pages.open(run, second), "run");
        larger("102");

        Document page = pages.open(run, second);
        assertThat(notice(page)).contains("试算以后有变化，不能确认");
        assertThat(page.select("form[action$=/confirm]")).isEmpty();
        assertThat(page.select("form[action=" + run + "] button").text()).isEqualTo("提交，请另一人确认");
        assertThat(pages.post(run, second, Map.of("fingerprint", value(page, "fingerprint"))))
                .hasStatus(303);
        assertThat(value(pages.open(run, first), "run")).isNotEqualTo(id);
    }

    @Test
    void whatWasNotShownIsNotTaken() {
        MvcTestResult refused = pages.post(run, first, Map.of("fingerprint", "0".repeat(64)));

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select(".error-summary").text()).contains("请重新核对后再提交");
    }

    @Test
    void aSumThatIsFarOffAsksForAWordAndKeepsWhatWasTyped() {
        billed(month);
        YearMonth next = month.plusMonths(1);
        run = list + "/run/" + next;
        in(next, () -> {
            for (int door = 901; door <= 903; door++) {
                registered(AUnit.at("2 栋", Integer.toString(door)));
            }
            entities.flush();
            Document page = pages.open(run, first);
            assertThat(page.select("#remark")).hasSize(1);
            assertThat(page.select(".tabs a").get(0).text()).isEqualTo("与上月比有变化（4）");

            MvcTestResult refused = propose(first, " ");
            assertThat(refused).hasStatus(400);
            assertThat(Pages.parse(refused).select(".error-summary li").eachText())
                    .containsExactly("说明：合计比上月变化超过 20%，请写明原因");
            MvcTestResult tooLong = propose(first, "字".repeat(201));
            assertThat(tooLong).hasStatus(400);
            assertThat(Pages.parse(tooLong).select("#remark").attr("value")).hasSize(201);
            assertThat(propose(first, "新交付三户")).hasStatus(303);
            assertThat(pages.open(run, second).text()).contains("说明：新交付三户");
        });
    }

    @Test
    void aMissingStandardIsNamedAndNothingCanBeSent() {
        registered(AUnit.at("2 栋", "办-01").usedFor(UnitUse.OFFICE));
        entities.flush();

        Document page = pages.open(run, first);

        assertThat(notice(page)).contains(month + " 没有收取标准：办公（有电梯），共 1 户，不能出账");
        assertThat(page.select("form[action=" + run + "]")).isEmpty();
        assertThat(pages.open(run + "?tab=NO_STANDARD", first)
                        .select("td[data-label=房屋]")
                        .eachText())
                .containsExactly("2 栋 办-01");
    }

    @Test
    void aMonthThatCannotBeBilledSaysWhy() {
        assertThat(pages.open(list + "/run/" + month.plusMonths(1), first).text())
                .contains("还没有开始，不能提前出账");
        assertThat(pages.open(list + "/run/" + month.minusMonths(1), first).text())
                .contains("开通收取以前");
        billed(month);
        assertThat(pages.open(list + "/run", first).text()).contains("现在不能出账");
        assertThat(pages.get(list + "/run/2026-13", first)).hasStatus(404);
    }

    @Test
    void aTrialIsGivenUp() {
        propose(first, "");
        String id = value(pages.open(run, first), "run");

        assertThat(pages.post(run + "/discard", second, Map.of("run", id))).hasRedirectedUrl(run);

        assertThat(pages.open(run, first).text()).doesNotContain("待确认的试算");
        assertThat(state(RunId.of(id))).isEqualTo("DISCARDED");
    }

    @Test
    void aRunIsTakenBackWithAReason() {
        RunId id = billed(month);
        Document history = pages.open(list + "/runs", first);
        assertThat(history.select("tbody tr")).hasSize(1);
        String takeBack = history.select("tbody a").attr("href");
        assertThat(takeBack).isEqualTo(list + "/runs/" + id + "/take-back");
        assertThat(pages.open(takeBack, first).select("h1").text()).contains("撤回 " + month + " 的出账");

        MvcTestResult without = pages.post(takeBack, first, Map.of("reason", ""));
        assertThat(without).hasStatus(400);
        assertThat(Pages.parse(without).select(".error-summary li").eachText()).containsExactly("请填写撤回的原因");
        MvcTestResult tooLong = pages.post(takeBack, first, Map.of("reason", "长".repeat(201)));
        assertThat(tooLong).hasStatus(400);
        assertThat(Pages.parse(tooLong).select("#reason").attr("value")).hasSize(201);
        assertThat(pages.post(takeBack, first, Map.of("reason", "标准录错"))).hasRedirectedUrl(list + "/runs");

        assertThat(pages.open(list + "/runs", world.clerk()).select("tbody tr").text())
                .contains("已撤回", "标准录错");
        assertThat(billsOf(month)).isZero();
    }

    @Test
    void whatWasPaidKeepsARunFromBeingTakenBack() {
        RunId id = billed(month);
        pay(at("101"), month, "1.00");

        MvcTestResult refused = pages.post(list + "/runs/" + id + "/take-back", first, Map.of("reason", "标准录错"));

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select(".error-summary").text()).contains("1 户已有收款");
    }

    @Test
    void missedMonthsAreListedEachWithItsTrial() {
        billed(month);
        assertThat(pages.open(list + "/missed", first).text()).contains("没有需要补出账的房屋");
        AUnit late = AUnit.at("2 栋", "909").of("100.00");
        registered(new AUnit(late.place(), month, late.facts(), late.payer()));
        entities.flush();

        Document page = pages.open(list + "/missed", first);

        assertThat(page.select("tbody tr").text()).contains(month.toString(), "1", "25.00");
        assertThat(page.select("tbody a").attr("href")).isEqualTo(run);
        assertThat(pages.open(run, first).select("h1").text()).contains("补出账");
    }

    @Test
    void severalAreasAreTickedTriedAndBilled() {
        Document areas = pages.open("/bills?text=试账", first);
        assertThat(areas.select("td[data-label=下一个月]").text()).isEqualTo(month.toString());
        assertThat(areas.select("input[name=areas]").attr("value"))
                .isEqualTo(managed.id().toString());

        assertThat(pages.post("/bills/batches", first, Map.of("action", "PROPOSE"))
                        .getMvcResult()
                        .getFlashMap()
                        .get("notice")
                        .toString())
                .contains("请先勾选小区");
        MvcTestResult begun = pages.post(
                "/bills/batches",
                first,
                Map.of("action", "PROPOSE", "areas", managed.id().toString()));
        assertThat(begun).hasStatus(303);
        String batch = Pages.redirected(begun);
        assertThat(pages.open(batch, first).text()).contains("已办 0 / 1 个");
        entities.flush();
        jobs.run();
        assertThat(pages.open(batch, first).select("tbody tr").text()).contains("试账苑", "已办", "6", "201.04");
        assertThat(pages.get(batch, world.personOf(world.company("别家物业公司")))).hasStatus(404);

        assertThat(pages.open("/bills?text=试账", second)
                        .select("td[data-label=待确认]")
                        .text())
                .contains("6 户，201.04 元");
        assertThat(pages.open("/bills?text=试账", first).select("input[name=areas]"))
                .isEmpty();
        batches.askAll(BatchAction.CONFIRM, second);
        entities.flush();
        jobs.run();
        assertThat(billsOf(month)).isEqualTo(6);
    }

    @Test
    void nobodyElseFindsARun() {
        ManagedArea other = ManagedArea.named("别账苑", world, register, transaction, "1 栋");
        RunId id = proposed(month);
        List<String> own = List.of(run, list + "/run", list + "/missed", list + "/runs/" + id + "/take-back");

        for (String path : own) {
            assertThat(pages.get(path, other.ofOffice())).as(path).hasStatus(404);
            assertThat(pages.get(path, other.ofCompany())).as(path).hasStatus(404);
            for (CurrentUser reader :
                    List.of(world.personOf(managed.committee()), world.clerk(), world.municipal(), auditor())) {
                assertThat(pages.get(path, reader)).as(path).hasStatus(403);
            }
        }
        assertThat(pages.post(run + "/confirm", other.ofOffice(), Map.of("run", id.toString())))
                .hasStatus(404);
        assertThat(pages.post(run + "/confirm", second, Map.of("run", "x"))).hasStatus(400);
    }

    @Test
    void whoseMandateIsOverBillsNothingMore() {
        RunId id = billed(month);
        in(month.plusMonths(14), () -> {
            assertThat(pages.get(list + "/run", first)).hasStatus(404);
            assertThat(pages.get(list + "/runs/" + id + "/take-back", first)).hasStatus(404);
            assertThat(pages.open(list, first).select("td[data-label=月份]").eachText())
                    .as("the months that it had")
                    .hasSize(6);
        });
    }
}
