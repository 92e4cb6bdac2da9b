package org.maintenancefund.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The templates of the review: queue, review, tell, stale, receipt-code, print. */
@IntegrationTest
@Transactional
class ReviewPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final String QUEUE = "/committees/reviews";

    @Autowired
    ACommittee committee;

    private ApplicationNumber number;

    @BeforeEach
    void anApplicationThatWaits() {
        number = committee.submitted(world.area("页面花园"), "页面花园业主委员会");
    }

    private String path(String behind) {
        return QUEUE + "/" + number + behind;
    }

    private int version() {
        return Integer.parseInt(pages.open(path(""), world.clerk())
                .select("input[name=version]")
                .val());
    }

    private MvcTestResult decide(Map<String, String> form) {
        return pages.post(path(""), world.clerk(), form);
    }

    @Test
    void theQueueShowsWhatWaitsWithItsCounts() {
        Document page = pages.open(QUEUE, world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("业委会审核");
        assertThat(page.title()).isEqualTo("业委会审核 - 物业专项维修资金信息管理系统");
        assertThat(page.select(".tabs a").eachText()).containsExactly("待审核（1）", "已退回（0）", "已通过（0）", "已撤回（0）", "全部（1）");
        assertThat(page.select("tbody tr").text())
                .contains("页面花园业主委员会", number.toString(), "甲街道", "139****1234", "今天", "待审核");
    }

    @Test
    void theQueueFindsByPartOfTheNameAndSaysWhatIsFiltered() {
        Document found = pages.open(QUEUE + "?q=花园", world.clerk());
        Document other = pages.open(QUEUE + "?q=没有这个", world.clerk());

        assertThat(found.select("tbody tr")).hasSize(1);
        assertThat(found.select(".chips").text()).contains("包含“花园”");
        assertThat(other.select(".empty").text()).contains("没有符合条件的申请");
    }

    @Test
    void whatOwesPapersIsFoundByItsNameToo() {
        assertThat(pages.open(QUEUE + "?tab=all&owed=1&q=花园", world.clerk())
                        .select(".chips")
                        .text())
                .contains("包含“花园”");
        assertThat(pages.get(QUEUE + "/export?tab=all&owed=1&q=花园", world.clerk()))
                .hasStatusOk();
    }

    @Test
    void theQueueOfAStreetHoldsThatStreetOnly() {
        Document page = pages.open(
                QUEUE + "?street=" + world.district().streets().get(1).id(), world.clerk());

        assertThat(page.select("tbody tr")).isEmpty();
        assertThat(page.select(".chips").text()).contains("乙街道");
    }

    @Test
    void whatIsFilteredIsExportedWithMaskedMobilesAndStandsInTheTrail() {
        assertThat(pages.open(QUEUE + "?tab=pending&q=花园", world.clerk())
                        .select("a:contains(导出 Excel)")
                        .attr("href"))
                .startsWith(QUEUE + "/export?")
                .contains("tab=pending", "q=");

        List<List<String>> rows = Sheets.rows(pages.get(QUEUE + "/export?tab=pending&q=花园", world.clerk()));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains("受理编号", "业委会名称", "物业区域", "街道", "属性", "已等待（工作日）");
        assertThat(rows.get(1))
                .contains(number.toString(), "页面花园业主委员会", "页面花园", "甲街道", "139****1234", "待审核")
                .noneMatch(cell -> cell.matches("1\\d{10}"));
        assertThat(Sheets.rows(pages.get(QUEUE + "/export?tab=approved", world.clerk())))
                .hasSize(1);
        assertThat(Sheets.rows(pages.get(QUEUE + "/export", world.clerkElsewhere())))
                .as("another district's people get their own queue")
                .hasSize(1);
    }

    @Test
    void theReviewPageShowsChecksFieldsAndTheDecisionForm() {
        Document page = pages.open(path(""), world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("页面花园业主委员会");
        assertThat(page.select(".findings li").eachText()).anyMatch(line -> line.contains("没有其他在任业委会"));
        assertThat(page.select("dt").eachText())
                .contains("业委会名称", "届次", "本届起始日期", "本届届满日期", "备案号", "联系人手机号码", "拟定经办人员");
        assertThat(page.select("button").eachText()).contains("提交审核结果", "提交并看下一条");
        assertThat(page.select("aside a").eachText()).contains("补发回执码");
        assertThat(page.select("legend").eachText()).contains("审核结果", "退回原因");
        assertThat(page.select("#decide input[checked]"))
                .as("nothing is preset")
                .isEmpty();
        assertThat(page.text()).contains("13900001234");
    }

    @Test
    void aDecisionWithoutAResultComesBackWithWhatWasTyped() {
        MvcTestResult result = decide(Map.of("version", "" + version(), "opinion", "写了一半", "remark", "内部的话"));

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select(".error-summary li").text()).isEqualTo("请选择审核结果");
        assertThat(page.select("#opinion").text()).isEqualTo("写了一半");
        assertThat(page.select("#remark").text()).isEqualTo("内部的话");
    }

    @Test
    void aReturnWithoutAReasonIsNotTaken() {
        MvcTestResult result = decide(Map.of("version", "" + version(), "result", "RETURN"));

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).select(".error-summary").text()).contains("请勾选退回原因");
    }

    @Test
    void tenThousandCharactersAreTooManyAndAreSaidSo() {
        MvcTestResult result =
                decide(Map.of("version", "" + version(), "result", "RETURN", "opinion", "长".repeat(10_000)));

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).select(".error-summary li")).hasSize(1);
    }

    @Test
    void afterAReturnThePageSaysWhomToPhoneAndWhatToSay() {
        MvcTestResult result = decide(
                Map.of("version", "" + version(), "result", "RETURN", "reasons", "附件缺失或看不清", "opinion", "请重新拍照"));

        assertThat(result).hasRedirectedUrl("/calls/" + number);
        Document page = pages.open("/calls/" + number, world.clerk());
        assertThat(page.text()).contains("王建国", "13900001234", "附件缺失或看不清", "请重新拍照", "修改并重新提交");
        assertThat(page.select("button").eachText()).contains("已电话通知");
        assertThat(pages.post(
                        "/calls/" + number, world.clerk(), Map.of("outcome", "REACHED", "round", "1", "tries", "0")))
                .hasRedirectedUrl("/calls");
        assertThat(pages.open(path(""), world.clerk()).select(".timeline").text())
                .contains("已电话通知");
    }

    @Test
    void anApprovalLeadsToTheUserNames() {
        MvcTestResult result = decide(Map.of("version", "" + version(), "result", "APPROVE"));

        assertThat(result).hasStatus3xxRedirection().redirectedUrl().startsWith("/operators/new/COMMITTEE/");
    }

    @Test
    void submittingAndGoingOnEndsAtTheQueueWhenNothingIsLeft() {
        MvcTestResult result =
                decide(Map.of("version", "" + version(), "result", "RETURN", "opinion", "请补交", "next", "true"));

        assertThat(result).hasRedirectedUrl(QUEUE);
    }

    @Test
    void aStaleDecisionTellsWhoDecidedWhatAndWhen() {
        int seen = version();
        decide(Map.of("version", "" + seen, "result", "RETURN", "opinion", "请补交备案证明"));

        MvcTestResult late = decide(Map.of("version", "" + seen, "result", "APPROVE"));

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(late);
        assertThat(page.select("h1").text()).isEqualTo("这件申请已经有了新的结果");
        assertThat(page.select("dd").eachText()).anyMatch(line -> line.contains("陈晓梅"));
        assertThat(page.text()).contains("退回修改", "请补交备案证明");
        assertThat(page.select("dt").eachText()).contains("处理人", "结果", "时间");
    }

    @Test
    void whatWasTypedForAStaleDecisionIsThereToBeCopied() {
        int seen = version();
        decide(Map.of("version", "" + seen, "result", "RETURN", "opinion", "请补交备案证明"));

        Document page = Pages.parse(
                decide(Map.of("version", "" + seen, "result", "REFUSE", "opinion", "长长的理由\n第二行", "remark", "只给同事看")));

        assertThat(page.select("section:contains(您刚才写的意见)").text()).contains("不予受理", "长长的理由", "第二行", "只给同事看", "没有保存");
    }

    @Test
    void whoeverGoesOnWithoutADecisionComesToTheOthersInTheirOrder() {
        ApplicationNumber second = committee.submitted(world.area("次序花园"), "次序花园业主委员会");
        ApplicationNumber third = committee.submitted(world.area("末位花园"), "末位花园业主委员会");

        assertThat(pages.get(path("/next"), world.clerk())).hasRedirectedUrl(QUEUE + "/" + second);
        assertThat(pages.get(QUEUE + "/" + second + "/next", world.clerk())).hasRedirectedUrl(QUEUE + "/" + third);
        assertThat(pages.get(QUEUE + "/" + third + "/next", world.clerk()))
                .as("from the last to the first")
                .hasRedirectedUrl(path(""));
    }

    @Test
    void anEarlierRoundIsReadOnTheSamePageAndDecidedNoMore() {
        assertThat(pages.open(path(""), world.clerk()).select("main .tabs")).isEmpty();
        number = committee.resubmitted(world.area("两次花园"), "两次花园业主委员会", world.clerk());

        Document latest = pages.open(path(""), world.clerk());
        assertThat(latest.select(".tabs a").eachText()).containsExactly("第 1 次提交", "第 2 次提交");
        assertThat(latest.select(".tabs [aria-current]").text()).isEqualTo("第 2 次提交");
        assertThat(latest.select(".summary-list .changed").text()).contains("小区会所 3 楼");

        Document first = pages.open(path("?round=1"), world.clerk());
        assertThat(first.select("h1").text()).isEqualTo("两次花园业主委员会");
        assertThat(first.select(".summary-list").text()).doesNotContain("小区会所 3 楼");
        assertThat(first.select(".findings li"))
                .as("系统比对 as it was at the decision")
                .isNotEmpty();
        assertThat(first.text()).contains("审核时的比对结果", "第 1 次提交的内容，只供查看");
        assertThat(first.select("#decide")).isEmpty();
        assertThat(pages.get(path("?round=3"), world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(path("?round=1"), world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theSameDecisionSentTwiceIsSavedOnceAndNotCalledLost() {
        Map<String, String> decision =
                Map.of("version", "" + version(), "result", "RETURN", "opinion", "请补交备案证明", "remark", "电话已约");

        assertThat(decide(decision)).hasRedirectedUrl("/calls/" + number);
        assertThat(decide(decision)).as("a double click").hasRedirectedUrl("/calls/" + number);

        assertThat(pages.open(path(""), world.clerk())
                        .select(".timeline strong")
                        .eachText())
                .filteredOn(title -> title.equals("退回修改"))
                .hasSize(1);
        Map<String, String> another = new LinkedHashMap<>(decision);
        another.put("opinion", "请补交备案证明和决议");
        assertThat(decide(another)).as("not what was saved").hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.post(path(""), world.anotherClerkOf(world.district().id()), decision))
                .as("a colleague's decision was not saved")
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aNewCodeIsAskedForWithTheContactAndHowThePersonWasChecked() {
        Document ask = pages.open(path("/receipt-code"), world.clerk());
        assertThat(ask.select("main").text()).contains("王建国", "13900001234", "随即作废");
        assertThat(ask.select("input[name=checked][checked]")).isEmpty();

        MvcTestResult unsaid = pages.post(path("/receipt-code"), world.clerk(), Map.of());

        assertThat(unsaid).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(unsaid).select(".error-summary li").text()).isEqualTo("请选择怎样核对的身份");
        assertThat(pages.open(path(""), world.clerk()).select(".timeline").text())
                .doesNotContain("补发回执码");
    }

    @Test
    void whereNoCodeCanBeIssuedNoneIsAskedFor() {
        decide(Map.of("version", "" + version(), "result", "APPROVE"));

        assertThat(pages.get(path("/receipt-code"), world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aNewCodeIsShownOnceAndKeptNowhere() {
        MvcTestResult result = pages.post(path("/receipt-code"), world.clerk(), Map.of("checked", "BY_PHONE"));

        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(Pages.parse(result).select(".one-time-code").text()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(Pages.parse(result).select("main").text()).contains("电话里可以这样说", "13900001234");
        assertThat(pages.open(path(""), world.clerk())
                        .select(".timeline .inner-remark")
                        .text())
                .as("how the person was checked, for the staff only")
                .contains("内部备注", "由本人接听");
    }

    @Test
    void theFormIsPrintedWithNumberAndTime() {
        Document page = pages.open(path("/print"), world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("业委会注册申请表");
        assertThat(page.select(".sheet").text()).contains(number.toString(), "第 1 次提交", "打印时间");
        assertThat(page.select(".paper-section").eachText())
                .containsExactly("一、申请人", "二、申请内容", "三、材料清单", "四、审核意见", "五、签字盖章");
        assertThat(pages.get(path("/print?round=2"), world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theReviewIsPrintedForTheFileWithWhatTheSystemChecked() {
        Document page = pages.open(path("/print/review"), world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("业委会注册审核表");
        assertThat(page.select(".paper-section").eachText()).contains("四、系统比对", "六、签字盖章");
        assertThat(page.select(".paper-foot").text()).contains(world.district().address(), "电话");
    }

    @Test
    void anotherDistrictsApplicationIsNotThere() {
        CurrentUser stranger = world.clerkElsewhere();

        for (String behind : List.of("", "/print", "/print/review")) {
            assertThat(pages.get(path(behind), stranger)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(pages.post(path(""), stranger, Map.of("result", "APPROVE"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(path("/receipt-code"), stranger, Map.of())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aCommitteesNumberIsNotFoundAmongTheAssociations() {
        assertThat(pages.get("/associations/reviews/" + number, world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/committees/reviews/nonsense", world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
    }
}
