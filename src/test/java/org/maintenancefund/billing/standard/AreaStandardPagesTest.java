package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.unit.UnitUse;

/** 申请小区收取标准 → 收取标准审核 → the area is charged by its own from the month on, and who sees that. */
class AreaStandardPagesTest extends PagesOfAreaStandards {

    @Test
    void onesPageTellsWhatHoldsAndLeadsToTheForm() {
        Document own = pages.open(OWN, applicant);

        assertThat(own.select("h1").text()).isEqualTo("收取标准");
        assertThat(own.select("section:contains(现行标准) tbody tr").eachText().get(0))
                .contains("住宅，有电梯", "0.25 元/㎡·月", "全市标准，从 " + next.minusMonths(1) + " 起");
        assertThat(own.select("main").text()).contains("还没有提交过申请");
        assertThat(own.select("main a[href=" + NEW + "]").text()).isEqualTo("申请小区收取标准");

        Document page = pages.open(NEW, applicant);

        assertThat(page.select("main form .field > .field-label").eachText())
                .containsExactly("房屋用途", "电梯", "收取标准（元/㎡·月）", "起始月份", "业主大会决定", "附件（选填）", "补充说明（选填）");
        assertThat(page.select("#rate-hint").text()).contains("不超过全市标准的 150%");
        assertThat(page.select("#from-hint").text()).contains("最早 " + next);
    }

    @Test
    void everyFieldArrivesOnTheCheckPageAndAtTheReviewer() {
        Document check = checked(filled());
        assertThat(check.select(".summary-list").text())
                .contains("房屋用途 住宅", "有没有电梯都一样", "0.30 元/㎡·月", "起始月份 " + next.plusMonths(1))
                .contains("业主大会决定 业主大会 2026 年第 2 号决定", "补充说明 用于电梯更新");
        assertThat(check.select(".row-action a").eachText())
                .containsExactly("修改：房屋用途", "修改：电梯", "修改：收取标准（元/㎡·月）", "修改：起始月份", "修改：业主大会决定", "修改：补充说明", "修改：附件");
        assertThat(check.select(".precheck li strong").eachText()).containsExactly("没有上传业主大会决定的扫描件");

        ApplicationNumber number = sent(filled());

        Document review = pages.open(REVIEWS + number, world.clerk());
        assertThat(review.select("h1").text()).isEqualTo("听雨轩业主委员会");
        assertThat(review.select(".summary-list").text())
                .contains("物业区域 听雨轩", "房屋用途 住宅", "0.30 元/㎡·月", "业主大会 2026 年第 2 号决定", "用于电梯更新");
        assertThat(review.select(".findings li").text())
                .contains("住宅，有电梯：全市标准 0.25 元/㎡·月，申请的是它的 120%")
                .contains("住宅，没有电梯：全市标准 0.20 元/㎡·月，申请的是它的 150%")
                .contains("住宅，有电梯：现在按全市标准 0.25 元/㎡·月 收取");
        assertThat(Statements.of(() -> pages.open(REVIEWS + number, world.clerk())))
                .as("one question for the city's, one for the area's")
                .filteredOn(statement -> statement.contains("charge_standard"))
                .hasSize(2);
        assertThat(pages.open("/charge-standards/reviews", world.clerk())
                        .select("tbody tr")
                        .text())
                .contains(number.value(), "听雨轩业主委员会", "住宅");
    }

    @Test
    void afterTheApprovalTheAreasOwnGoesBeforeTheCitysFromItsMonthOn() {
        ApplicationNumber number = sent(filled());
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");

        assertThat(decide(number, Map.of("result", "APPROVE"))).hasStatus3xxRedirection();

        assertThat(rate(true, next)).hasToString("0.25");
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.30");
        assertThat(rate(false, next)).hasToString("0.20");
        assertThat(rate(false, next.plusMonths(9))).hasToString("0.30");
        AreaId other = world.area("别家院");
        assertThat(standards
                        .at(other, UnitUse.RESIDENTIAL, true, next.plusMonths(1))
                        .orElseThrow()
                        .rate())
                .as("others' areas stay with the city's")
                .hasToString("0.25");
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.28", next.plusMonths(5));
        assertThat(rate(true, next.plusMonths(5)))
                .as("what the city has later does not go before it")
                .hasToString("0.30");
        assertThat(standards.from(area, next))
                .filteredOn(holds -> holds.lift())
                .extracting(holds -> holds.rate() + " " + holds.area().isPresent())
                .containsExactly("0.25 false", "0.30 true");
        assertThat(pages.open(APPLICATIONS + number, applicant)
                        .select("main .notice")
                        .text())
                .contains("申请已通过", "住宅，有没有电梯都一样的房屋从 " + next.plusMonths(1) + " 起按 0.30 元/㎡·月 收取");
        Document own = pages.open(OWN, applicant);
        assertThat(own.select("section:contains(现行标准) tbody tr").eachText().get(0))
                .contains("全市标准", "小区自定 0.30 元/㎡·月，从 " + next.plusMonths(1) + " 起");
        assertThat(own.select("section:contains(我的申请) tbody tr").text()).contains(number.value(), "已通过");
    }

    @Test
    void oneLiftAloneLeavesTheOtherAsItIs() {
        decide(sent(with("lift", "WITH")), Map.of("result", "APPROVE"));

        assertThat(rate(true, next.plusMonths(1))).hasToString("0.30");
        assertThat(rate(false, next.plusMonths(1))).hasToString("0.20");
    }

    @Test
    void aReturnedApplicationIsMendedUnderTheSameNumberAndThenHolds() {
        ApplicationNumber number = sent(filled());
        decide(number, Map.of("result", "RETURN", "reasons", "缺少业主大会决定", "opinion", "请补决定全文"));
        assertThat(pages.open(APPLICATIONS + number, applicant).select("main").text())
                .contains("请补决定全文");
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");

        form = Pages.redirected(pages.post(APPLICATIONS + number + "/revise", applicant, Map.of()));
        assertThat(form).startsWith(NEW + "?draft=");
        Document again = pages.open(form, applicant);
        assertThat(again.select("#rate").val()).isEqualTo("0.3");
        assertThat(again.select("#from").val()).isEqualTo(next.plusMonths(1).toString());
        assertThat(again.select("input[name=lift][checked]").val()).isEqualTo("BOTH");
        assertThat(again.select("#document").val()).isEqualTo("业主大会 2026 年第 2 号决定");
        pages.post(form, applicant, with("rate", "0.28"));
        assertThat(pages.post(check(), applicant, Map.of())).hasRedirectedUrl(APPLICATIONS + number);
        assertThat(pages.open(REVIEWS + number, world.clerk())
                        .select(".summary-list .changed")
                        .text())
                .contains("0.28 元/㎡·月");
        decide(number, Map.of("result", "APPROVE"));

        assertThat(rate(true, next.plusMonths(1))).hasToString("0.28");
    }

    @Test
    void aWithdrawnOneChangesNothing() {
        ApplicationNumber number = sent(filled());

        pages.post(APPLICATIONS + number + "/withdraw", applicant, Map.of());

        assertThat(applications
                        .forReview(AreaStandardDefinition.KIND, number, world.clerk())
                        .status())
                .isEqualTo(ReviewStatus.WITHDRAWN);
        assertThat(rate(true, next.plusMonths(1))).hasToString("0.25");
    }

    @Test
    void anotherCommitteesApplicationDoesNotExist() {
        CurrentUser stranger = world.personOf(world.committee(world.area("旁观苑"), "旁观苑业主委员会"));
        ApplicationNumber number = sent(filled());

        assertThat(pages.get(APPLICATIONS + number, stranger)).hasStatus(404);
        assertThat(pages.post(APPLICATIONS + number + "/withdraw", stranger, Map.of()))
                .hasStatus(404);
        assertThat(pages.open(OWN, stranger).select("main").text()).doesNotContain(number.value());
        assertThat(pages.get(REVIEWS + number, world.clerkElsewhere())).hasStatus(404);
        assertThat(pages.get(REVIEWS + number, applicant)).hasStatus(403);
        aStandard.decided(number, ReviewAction.APPROVE, world.clerk());
        assertThat(pages.open(OWN, stranger).select("main").text()).doesNotContain("小区自定 0.30");
    }

    @Test
    void whoManagesTheAreaReadsWhatHoldsThereAndNobodyElse() {
        decide(sent(filled()), Map.of("result", "APPROVE"));
        EnterpriseId company = world.company("云州听雨物业有限公司");
        OfficeId office = world.office("听雨轩管理处", company);
        world.association(
                committee,
                company,
                office,
                world.today().minusDays(1),
                world.today().plusYears(1));
        String address = "/charge-standards/areas/" + area;

        for (CurrentUser reader :
                List.of(world.personOf(company), world.personOf(office), applicant, world.clerk(), world.municipal())) {
            assertThat(pages.open(address, reader)
                            .select("section:contains(现行标准) tbody tr")
                            .eachText()
                            .get(0))
                    .contains("住宅，有电梯", "小区自定 0.30 元/㎡·月，从 " + next.plusMonths(1) + " 起");
        }
        assertThat(pages.open("/units/areas/" + area, world.personOf(office)).select("main a[href=" + address + "]"))
                .hasSize(1);
        assertThat(pages.open("/my/areas/" + area, world.personOf(company)).select("main a[href=" + address + "]"))
                .hasSize(1);
        CurrentUser otherCompany = world.personOf(world.company("云州旁观物业有限公司"));
        CurrentUser otherCommittee = world.personOf(world.committee(world.area("旁观苑"), "旁观苑业主委员会"));
        for (CurrentUser stranger : List.of(otherCompany, otherCommittee, world.clerkElsewhere())) {
            assertThat(pages.get(address, stranger)).hasStatus(404);
        }
    }
}
