package org.maintenancefund.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.web.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class HelpPagesTest {

    /** A redirect, files, and the help itself. */
    private static final Set<Page> WITHOUT_A_SCREEN = EnumSet.of(Page.DISPLAY, Page.ATTACHMENT, Page.HELP);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Pages pages;

    @Autowired
    World world;

    @Autowired
    HelpTopics topics;

    private Document open(String path) {
        var page = mvc.get().uri(path).exchange();
        assertThat(page).hasStatusOk();
        return Pages.parse(page);
    }

    private Optional<String> addressFor(Page page, @Nullable Role role) {
        return topics.addressFor(page, page.path(), role);
    }

    private List<String> hits(String q) {
        return open("/help?q=" + q).select(".help-hits > li > a").eachText();
    }

    @Test
    void everyPageIsExplainedToEverybodyWhoMayOpenIt() {
        List<String> missing = new ArrayList<>();
        for (Page page : Page.values()) {
            if (WITHOUT_A_SCREEN.contains(page)) {
                continue;
            }
            if (page.isPublic() && addressFor(page, null).isEmpty()) {
                missing.add(page + " to visitors");
            }
            Arrays.stream(Role.values())
                    .filter(page::isOpenTo)
                    .filter(role -> addressFor(page, role).isEmpty())
                    .forEach(role -> missing.add(page + " to " + role));
        }
        assertThat(missing).as("pages without a text in help/*.md").isEmpty();
    }

    @Test
    void aTopicIsWrittenForThoseWhoMayOpenItsPages() {
        for (HelpTopic topic : topics.all()) {
            for (Page page : topic.pages()) {
                assertThat(topic.roles().isEmpty() || topic.roles().stream().anyMatch(page::isOpenTo))
                        .as("%s on %s", topic.name(), page)
                        .isTrue();
            }
        }
    }

    @Test
    void aPageIsExplainedToEachRoleAsItUsesIt() {
        assertThat(addressFor(Page.AREAS, Role.DISTRICT_STAFF)).contains("/help/areas");
        assertThat(addressFor(Page.AREAS, Role.MUNICIPAL_STAFF)).contains("/help/area-management");
        assertThat(addressFor(Page.AREAS, null)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is explained by {1}")
    @CsvSource({
        "/my/committee, my-committee",
        "/my/committee/change, my-committee",
        "/my/committee/dissolution, dissolution",
        "/my/committee/dissolution/check, dissolution",
        "/my/committee/dissolutions/ZX20261123-0001, dissolution",
        "/associations, association",
        "/associations/new/form, association",
        "/associations/0/terminate, termination",
        "/associations/0/terminate/check, termination",
        "/associations/terminations/own/JC20261123-0001, termination",
    })
    void aScreenWithATopicOfItsOwnIsNotExplainedByThatOfItsPage(String path, String topic) {
        Page page = Page.at(path).orElseThrow();

        assertThat(topics.addressFor(page, path, Role.COMMITTEE_OPERATOR)).contains("/help/" + topic);
    }

    @Test
    @Transactional
    void theFrameAsksForTheVeryScreen() {
        CommitteeView committee = world.committee(world.area("求助院"), "求助院业主委员会");

        assertThat(pages.open("/my/committee/dissolution", world.personOf(committee))
                        .select(".place-bar a.page-help")
                        .attr("href"))
                .isEqualTo("/help/dissolution");
    }

    @Test
    void theListHasEveryTopicInTheOrderOfTheManual() {
        Document page = open("/help");

        assertThat(page.select("h1").text()).isEqualTo("使用帮助");
        assertThat(page.title()).isEqualTo("使用帮助 - 物业专项维修资金信息管理系统");
        assertThat(page.select(".help-chapters h2").eachText())
                .containsSubsequence("先看这里", "注册", "审核", "创建用户和登录", "关联", "登记信息");
        assertThat(page.select(".help-chapters a").eachAttr("href"))
                .containsExactlyElementsOf(
                        topics.all().stream().map(HelpTopic::path).toList());
        assertThat(page.select("form[role=search] label").text()).contains("要办什么");
        assertThat(page.select("a[href=/help/manual]").text()).contains("操作手册");
    }

    @Test
    void aTopicTellsHowInStepsAndWhereElseToLook() {
        Document page = open("/help/committee-registration");

        assertThat(page.select("h1").text()).isEqualTo("业委会注册");
        assertThat(page.select(".breadcrumb-bar li").eachText()).containsExactly("当前位置：首页", "使用帮助", "业委会注册");
        assertThat(page.select(".help-text h2").eachText()).contains("开始之前", "接下来", "常见问题");
        assertThat(page.select(".help-text ol li")).isNotEmpty();
        assertThat(page.select(".help-text strong").eachText()).contains("下一步：核对信息");
        assertThat(page.select(".help-text").text()).contains("“提交”").doesNotContain("「");
        assertThat(page.select("aside a[aria-current=page]").text()).isEqualTo("业委会注册");
        for (Element picture : page.select(".help-picture img")) {
            assertThat(picture.attr("src")).matches("/img/help/[a-z-]+-[0-9a-f]{32}\\.png");
            assertThat(picture.attr("alt")).isNotBlank();
            assertThat(Integer.parseInt(picture.attr("width"))).isBetween(200, 1280);
        }
    }

    @Test
    void everyTopicHasAPageWithOneHeadingAndNothingToRun() {
        for (HelpTopic topic : topics.all()) {
            Document page = open(topic.path());
            assertThat(page.select("h1").eachText()).as(topic.name()).containsExactly(topic.title());
            assertThat(page.select("main script, main [style], main [onclick]")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help/no-such-topic", "/help/START", "/help/review.md"})
    void anUnknownTopicIsNotFound(String path) {
        assertThat(mvc.get().uri(path))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("没有找到此页面");
    }

    @Test
    void theManualHasAllTopicsWithContentsThatLeadWithinIt() {
        Document page = open("/help/manual");

        assertThat(page.select("h1").text()).isEqualTo("操作手册");
        assertThat(page.select(".help-chapter h3[id]").eachText())
                .containsExactlyElementsOf(
                        topics.all().stream().map(HelpTopic::title).toList());
        Set<String> ids = new TreeSet<>(page.select("[id]").eachAttr("id"));
        assertThat(ids).as("each once").hasSize(page.select("[id]").size());
        List<String> links =
                page.select(".help-contents a, .help-text a[href^='#']").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(topics.all().size());
        assertThat(ids)
                .containsAll(links.stream().map(address -> address.substring(1)).toList());
        assertThat(page.select(".help-text a[href^=/help/]")).isEmpty();
        assertThat(page.select(".help-text h2")).isEmpty();
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "忘记密码, 修改密码、忘记密码",
        "密码忘了, 修改密码、忘记密码",
        "回执码丢了, 回执和回执码",
        "筹备组, 业委会（筹备组）：从注册到关联",
        "hzm, 回执和回执码",
        "tongjibaobiao, 统计报表",
        "容缺, 审核关联申请，纸质文件和容缺办理",
        "撤回 申请, 查询办理进度，修改或撤回申请",
        "验证链, 操作日志",
    })
    void aSearchFindsWhatPeopleMeanByTheirWords(String typed, String title) {
        assertThat(hits(typed)).startsWith(title);
    }

    @Test
    void theSentenceThatAnswersIsShownWithWhatWasLookedForMarked() {
        Document page = open("/help?q=重新签发激活码");

        assertThat(page.select("h2").eachText()).anyMatch(heading -> heading.matches("找到 \\d+ 篇"));
        assertThat(page.select(".help-hits mark").eachText()).contains("重新签发激活码");
        assertThat(page.select("input[name=q]").val()).isEqualTo("重新签发激活码");
    }

    @Test
    void whatNearlyFitsIsOfferedAndWhatDoesntSaysWhomToCall() {
        assertThat(open("/help?q=登录密码怎么更换").select("h2").eachText()).contains("没有完全对上的，您是不是要找");

        Document nothing = open("/help?q=zzzz");
        assertThat(nothing.select("h2").eachText()).contains("没有找到“zzzz”");
        assertThat(nothing.select("main .panel a.phone, main .panel a[href=/centres]"))
                .isNotEmpty();
        assertThat(nothing.select(".help-chapters a")).isNotEmpty();
    }

    @Test
    void whatIsTypedIsShownAndNothingElse() {
        assertThat(open("/help?q=<script>alert(1)</script>").select("main script"))
                .isEmpty();
        assertThat(open("/help?q=" + "长".repeat(200)).select("h1").text()).isEqualTo("使用帮助");
        assertThat(open("/help?q=  ").select("main h2").eachText()).doesNotContain("没有找到“”");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "'', /register/committee, committee-registration",
        "'', /register/enterprise, enterprise-registration",
        "'', /progress, progress",
        "'', /login, first-login",
        "'', /centres, start",
        "COMMITTEE_OPERATOR, /workbench, committee",
        "DISTRICT_STAFF, /workbench, district",
        "DISTRICT_STAFF, /committees/reviews, review",
        "MUNICIPAL_STAFF, /areas/merge, area-management",
        "MUNICIPAL_STAFF, /manage/notices, notice-management",
        "SYSTEM_ADMIN, /staff, staff",
        "AUDITOR, /audit, audit",
        "AUDITOR, /account/password, password",
    })
    void everyScreenLeadsToWhatExplainsIt(String role, String path, String topic) {
        Document page = role == null || role.isEmpty()
                ? open(path)
                : pages.open(path, Visitors.user(Role.valueOf(role), false));

        Element link = page.select(".place-bar a.page-help").first();
        assertThat(link).as("本页帮助 on " + path).isNotNull();
        assertThat(link.attr("href")).isEqualTo("/help/" + topic);
        assertThat(link.attr("target")).as("nothing typed is left").isEqualTo("_blank");
        assertThat(link.text()).isEqualTo("本页帮助（在新标签页打开）");
    }

    @Test
    void theHelpIsOneClickFromTheTopAndTheFootOfPublicPagesAndFromOnesOwnMenu() {
        Document home = open("/");
        assertThat(home.select(".top-bar a[href=/help]").text()).isEqualTo("使用帮助");
        assertThat(home.select(".site-footer a[href=/help]").text()).isEqualTo("使用帮助");
        assertThat(pages.open("/workbench", Visitors.user(Role.AUDITOR, false))
                        .select(".user-menu a[href=/help]")
                        .text())
                .isEqualTo("使用帮助");
        assertThat(open("/help").select("a.page-help")).isEmpty();
    }
}
