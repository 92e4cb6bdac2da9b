package org.maintenancefund.committee.dissolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** 受理通知书, 退回通知书, 注销通知书: what each says, when it can be printed, by whom. */
@IntegrationTest
@Transactional
class NoticePapersTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee registrations;

    @Autowired
    ADissolution dissolutions;

    @Autowired
    TravellingClock clock;

    private String review;
    private ApplicationNumber number;

    @BeforeEach
    void aRegistration() {
        number = registrations.submitted(world.area("通知苑"), "通知苑业主委员会");
        review = "/committees/reviews/" + number;
    }

    @Test
    void whatWasTakenInIsConfirmedWithItsDaysAndMaterials() {
        Document paper = pages.open(review + "/print/acceptance", world.clerk());

        assertThat(paper.select("h1").text()).isEqualTo("业委会注册受理通知书");
        assertThat(paper.select(".sheet").text())
                .contains("通知苑业主委员会：", "现予受理", "5 个工作日内")
                .contains("受理编号 " + number, "受理日期 " + Times.longDate(world.today()), "应办结日期", "提交次数 第 1 次提交")
                .contains("收到的材料", "签收人（签字）", world.district().centreName() + "（盖章）", "0000-1234567", "打印时间");
        assertThat(paper.select(".paper-code svg[aria-label]")).hasSize(1);
        assertThat(pages.open(review, world.clerk()).select("a[href=" + review + "/print/acceptance]"))
                .hasSize(1);
        assertThat(pages.get(review + "/print/acceptance", world.clerkElsewhere()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aDayThatRestsOnAYearWithoutHolidaysIsMarked() {
        ApplicationNumber later = clock.at(
                Instant.parse("2028-03-06T02:00:00Z"), () -> registrations.submitted(world.area("通知远苑"), "通知远苑业主委员会"));

        assertThat(pages.open("/committees/reviews/" + later + "/print/acceptance", world.clerk())
                        .select(".sheet")
                        .text())
                .contains("节假日安排公布后可能有变动");
    }

    @Test
    void whatWasRefusedIsNotTakenIn() {
        registrations.decided(number, ReviewAction.REFUSE, world.clerk());

        assertThat(pages.get(review + "/print/acceptance", world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.open(review, world.clerk()).text()).doesNotContain("打印受理通知书");
    }

    @Test
    void whatIsReturnedIsToldWithEveryReasonAndUntilWhen() {
        assertThat(pages.get(review + "/print/return", world.clerk()))
                .as("nothing was returned yet")
                .hasStatus(HttpStatus.NOT_FOUND);
        String version =
                pages.open(review, world.clerk()).select("input[name=version]").val();
        pages.post(
                review,
                world.clerk(),
                Map.of(
                        "result",
                        "RETURN",
                        "reasons",
                        "附件缺失或看不清",
                        "opinion",
                        "请重新拍照\n四角要拍全",
                        "remark",
                        "到此为止",
                        "version",
                        version));

        Document paper = pages.open(review + "/print/return", world.clerk());

        assertThat(paper.select("h1").text()).isEqualTo("业委会注册退回通知书");
        assertThat(paper.select(".sheet").text())
                .contains("现予退回", "退回日期 " + Times.longDate(world.today()), "修改期限", "附件缺失或看不清", "请重新拍照", "四角要拍全")
                .contains("回执码", "修改并重新提交", "逾期没有修改的，申请失效")
                .doesNotContain("到此为止");
        assertThat(pages.open("/calls/" + number, world.clerk()).select("a[href=" + review + "/print/return]"))
                .as("where the clerk goes on after the return")
                .hasSize(1);
        assertThat(pages.open(review, world.clerk()).text()).contains("打印退回通知书");
        assertThat(pages.get(review + "/print/return?round=2", world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(review + "/print/return?round=x", world.clerk())).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(pages.get(review + "/print/return", world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aReturnThatWasAnsweredMeanwhileIsStillPrinted() {
        ApplicationNumber mended = registrations.resubmitted(world.area("通知里"), "通知里业主委员会", world.clerk());
        String of = "/committees/reviews/" + mended + "/print/return";

        Document paper = pages.open(of, world.clerk());

        assertThat(paper.select(".sheet").text()).contains("提交次数 第 1 次提交", "说明").doesNotContain("修改期限 ", "逾期没有修改");
        assertThat(pages.get(of + "?round=2", world.clerk())).hasStatus(HttpStatus.NOT_FOUND);
        registrations.decided(mended, ReviewAction.RETURN, world.clerk());
        assertThat(pages.open(of, world.clerk()).select(".sheet").text()).contains("修改期限 ", "逾期没有修改");
        assertThat(pages.open(of + "?round=1", world.clerk()).select(".sheet").text())
                .doesNotContain("修改期限", "逾期没有修改");
    }

    @Test
    void theEndOfACommitteeIsCertifiedWithAllThatEndedWithIt() {
        CommitteeView committee = world.committee(world.area("通知园"), "通知园业主委员会");
        ApplicationNumber end = dissolutions.submitted(committee);
        String papers = "/committees/dissolutions/reviews/" + end + "/print/";
        assertThat(pages.get(papers + "notice", world.clerk()))
                .as("not decided yet")
                .hasStatus(HttpStatus.NOT_FOUND);
        dissolutions.decided(end, ReviewAction.APPROVE, world.clerk());

        Document paper = pages.open(papers + "notice", world.clerk());

        assertThat(paper.select("h1").text()).isEqualTo("业委会注销通知书");
        assertThat(paper.select(".sheet").text())
                .contains("通知园业主委员会：", "准予注销", "自" + Times.longDate(world.today()) + "起", end.value())
                .contains("注销原因 任期届满，换届未成", "业主大会没有选出新一届", "停用的用户名", "终止的关联", "失效的申请")
                .as("the area may have a new committee when it is read")
                .doesNotContain("可以重新注册业委会");
        assertThat(pages.open("/calls/" + end, world.clerk()).select("a[href=" + papers + "notice]"))
                .hasSize(1);
        assertThat(pages.open(papers + "acceptance", world.clerk()).select("h1").text())
                .isEqualTo("业委会注销受理通知书");
        assertThat(pages.get(papers + "notice", world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void kindsWithoutANoticeOfTheirOwnHaveNone() {
        CommitteeView committee = world.committee(world.area("通知里"), "通知里业主委员会");
        List<String> registered = List.of(pages.open("/committees/" + committee.id(), world.clerk())
                .text()
                .replaceAll("(?s).*(YW[0-9]{8}-[0-9]{4,6}).*", "$1"));

        assertThat(pages.get("/committees/reviews/" + registered.get(0) + "/print/notice", world.clerk()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
