package org.maintenancefund.closing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.closing.AClosing;
import org.maintenancefund.closing.ClosingId;
import org.maintenancefund.closing.ClosingService;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 期间结账 by its pages, from the list of months to the paper and the snapshot. */
@IntegrationTest
@Transactional
class ClosingPagesTest {

    private static final int HANDFUL = 7;

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    Pages pages;

    @Autowired
    ClosingService service;

    @Autowired
    Differences differences;

    private AClosing city;
    private CurrentUser auditor;
    private String path;
    private String account;

    @BeforeEach
    void aMonth() {
        city = AClosing.of("结页苑", world, context);
        auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        path = "/closings/" + city.month();
        account = path + "/accounts/" + city.account();
    }

    private MvcTestResult post(String address, CurrentUser user, Map<String, String> typed) {
        return pages.post(address, user, typed);
    }

    private void begun() {
        assertThat(post(path + "/begin", city.beginner(), Map.of())).hasRedirectedUrl(path);
    }

    private void checked() {
        begun();
        ClosingId closing = service.attempts(city.month()).get(0).id();
        city.work(closing);
    }

    @Test
    void theMonthWhoseTurnItIsLeadsToItsClosing() {
        Document list = pages.open("/closings", city.beginner());

        assertThat(list.select("h1").text()).isEqualTo("期间结账");
        assertThat(list.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains(city.month().toString(), "开放", "结账"))
                .anySatisfy(row ->
                        assertThat(row).contains(city.month().minusMonths(1).toString(), "已结"));
        assertThat(pages.open("/workbench", city.beginner()).select("main a[href=" + path + "]"))
                .isNotEmpty();
    }

    @Test
    void aMonthIsClosedByThePagesAlone() {
        begun();
        Document checking = pages.open(path, city.beginner());
        assertThat(checking.select("#progress").attr("hx-trigger")).isEqualTo("every 2s");
        assertThat(checking.select("#steps tbody tr").first().text()).contains("等待");
        city.work(service.attempts(city.month()).get(0).id());

        Document ready = pages.open(path, city.maker());
        assertThat(ready.select("#progress").hasAttr("hx-trigger")).isFalse();
        assertThat(ready.select("#progress a[href^=" + path + "/accounts/]"))
                .as("what comes next is swapped in with what is done")
                .isNotEmpty();
        assertThat(ready.select("#steps tbody").text()).contains("每户都有记载", "完成", "保存各户余额快照");
        assertThat(ready.select("section:contains(余额调节表) tbody tr").text()).contains("32.40", "未编制");
        city.othersSigned();
        assertThat(post(
                        account + "/make",
                        city.maker(),
                        Map.of("version", "-1", "bankBalance", "32.40", "note", "10.00 待查")))
                .hasRedirectedUrl(account);
        assertThat(post(account + "/sign", city.signer(), Map.of("version", "0")))
                .hasRedirectedUrl(account);
        Document paper = pages.open(account, auditor);
        assertThat(paper.select("article.sheet").text())
                .contains("调节后账面余额 32.40", "调节后银行余额 32.40", "两边一致", "编制：何编制", "签认：宋签认", "待清分 10.00");
        assertThat(paper.select("main form")).isEmpty();

        assertThat(post(path + "/confirm", city.signer(), Map.of())).hasRedirectedUrl(path);
        Document closed = pages.open(path, auditor);
        assertThat(closed.select(".identity-bar").text()).contains("已结", "快照校验值");
        assertThat(closed.select("main form")).isEmpty();
        Document areas = pages.open(path + "/areas?text=结页苑", auditor);
        assertThat(areas.select("tbody tr").text()).contains("结页苑", "22.40", "44.80");
        assertThat(pages.get(path + "/areas/export", auditor)).hasStatusOk();
    }

    @Test
    void whatCantBeDoneIsSaidOnThePage() {
        MvcTestResult early = post("/closings/" + city.month().plusMonths(1) + "/begin", city.beginner(), Map.of());
        assertThat(early).hasStatus(409);
        assertThat(Pages.parse(early).select(".notice-warning").text()).contains("请先结清 " + city.month());
        checked();
        assertThat(Pages.parse(post(path + "/begin", city.signer(), Map.of()))
                        .select(".notice-warning")
                        .text())
                .contains("刚刚已有人开始结账");
        city.othersSigned();
        assertThat(pages.open(path, city.signer()).select("main").text()).contains("还有 1 个专户的余额调节表没有签认");
        city.signed();
        MvcTestResult own = post(path + "/confirm", city.beginner(), Map.of());
        assertThat(own).hasStatus(409);
        assertThat(Pages.parse(own).select("main").text()).contains("要由另一位经办人员确认");
        assertThat(pages.get("/closings/2026-13", city.signer())).hasStatus(404);
        assertThat(pages.get(path + "/accounts/" + UUID.randomUUID(), city.signer()))
                .hasStatus(404);
    }

    @Test
    void aPaperThatIsNotRightIsShownAgainWithWhatWasTyped() {
        checked();
        assertThat(pages.open(account, city.beginner()).select("main").text()).contains("您在 " + city.month() + " 记过账");

        MvcTestResult odd =
                post(account + "/make", city.maker(), Map.of("version", "-1", "bankBalance", "三十二", "note", "待查"));
        assertThat(odd).hasStatus(400);
        assertThat(Pages.parse(odd).select("#bankBalance").val()).isEqualTo("三十二");
        assertThat(Pages.parse(odd).select("#note").text()).isEqualTo("待查");
        MvcTestResult silent = post(account + "/make", city.maker(), Map.of("version", "-1", "bankBalance", "32.40"));
        assertThat(Pages.parse(silent).select("#note-error").text()).contains("待清分有 10.00 元没有逐笔列出");
        MvcTestResult booked =
                post(account + "/make", city.beginner(), Map.of("version", "-1", "bankBalance", "32.40", "note", "x"));
        assertThat(booked).hasStatus(400);

        post(account + "/make", city.maker(), Map.of("version", "-1", "bankBalance", "32.49", "note", "待查"));
        MvcTestResult differs = post(account + "/sign", city.signer(), Map.of("version", "0"));
        assertThat(differs).hasStatus(409);
        assertThat(Pages.parse(differs).select(".notice-warning").text()).contains("两边相差 0.09 元");
        assertThat(post(account + "/make", city.signer(), Map.of("version", "-1", "bankBalance", "32.40", "note", "旧")))
                .hasStatus(409);
    }

    @Test
    void differencesAreCarriedOverOneByOne() {
        DifferenceNumber first = raise();
        DifferenceNumber second = raise();
        Document page = pages.open(path, city.beginner());
        assertThat(page.select("main").text()).contains("还有 2 条差异没有处理完");
        assertThat(page.select("form[action$=begin]")).isEmpty();

        MvcTestResult tooLong = post(
                path + "/carried",
                city.beginner(),
                Map.of("reason-" + first, "长".repeat(201), "reason-" + second, "下月查"));
        assertThat(tooLong).hasStatus(400);
        assertThat(Pages.parse(tooLong).select("#reason-" + second).val()).isEqualTo("下月查");
        assertThat(post(
                        path + "/carried",
                        city.beginner(),
                        Map.of("reason-" + first, "银行, 周一才办", "reason-" + second, "")))
                .hasRedirectedUrl(path);
        Document left = pages.open(path, city.beginner());
        assertThat(left.select("#reason-" + first).val()).isEqualTo("银行, 周一才办");
        assertThat(left.select("main").text()).contains("还有 1 条差异没有处理完");
        post(path + "/carried", city.beginner(), Map.of("reason-" + second, "下月查"));
        begun();
    }

    private DifferenceNumber raise() {
        return differences.raise(NewDifference.of(
                DifferenceKind.LINE_UNMATCHED, UUID.randomUUID().toString(), "流水 10.00", city.day(), "", 3));
    }

    @Test
    void givenUpWithAReasonItIsOpenAgain() {
        checked();
        MvcTestResult silent = post(path + "/return", city.signer(), Map.of("reason", " "));
        assertThat(silent).hasStatus(400);
        assertThat(Pages.parse(silent).select("#reason-error").text()).contains("请填写退回原因");

        assertThat(post(path + "/return", city.signer(), Map.of("reason", "漏记利息")))
                .hasRedirectedUrl(path);
        Document again = pages.open(path, city.beginner());
        assertThat(again.select("main").text()).contains("上一次结账已退回", "漏记利息");
        assertThat(again.select("form[action$=begin]")).hasSize(1);
    }

    @Test
    void othersSeeNothingAndTheAuditorChangesNothing() {
        assertThat(pages.get("/closings", world.clerk())).hasStatus(403);
        assertThat(pages.get(path, city.area().clerk())).hasStatus(403);
        assertThat(pages.open(path, auditor).select("main form")).isEmpty();
        assertThat(post(path + "/begin", auditor, Map.of())).hasStatus(403);
        assertThat(post(path + "/carried", auditor, Map.of())).hasStatus(403);
    }

    @Test
    void thePageAsksAHandfulOfTimesHoweverManyDifferencesAndAccountsThereAre() {
        Map<DifferenceNumber, String> reasons = new HashMap<>(Map.of(raise(), "下月查"));
        assertThat(asked()).as("open").hasSizeLessThanOrEqualTo(HANDFUL);
        for (int i = 0; i < 20; i++) {
            reasons.put(raise(), "下月查");
        }
        assertThat(asked()).as("open, with many differences").hasSizeLessThanOrEqualTo(HANDFUL);

        for (int i = 0; i < 5; i++) {
            context.getBean(AFundAccount.class).empty();
        }
        service.carry(city.month(), reasons, city.beginner());
        checked();
        city.signed();
        assertThat(asked()).as("ready to be confirmed").hasSizeLessThanOrEqualTo(HANDFUL);
    }

    /** By the page itself, without what each page asks for its frame. */
    private List<String> asked() {
        pages.open(path, city.signer());
        List<String> frame = new ArrayList<>(Statements.of(() -> pages.open("/account/password", city.signer())));
        frame.retainAll(Statements.of(() -> pages.open("/messages", city.signer())));
        List<String> own = new ArrayList<>(Statements.of(() -> pages.open(path, city.signer())));
        frame.forEach(own::remove);
        return own;
    }
}
