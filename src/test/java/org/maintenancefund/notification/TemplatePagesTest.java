package org.maintenancefund.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.notification.domain.Template;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Municipal staff write the words of messages: they look at them filled in, and can't use a place that is none. */
@IntegrationTest
class TemplatePagesTest {

    private static final String LIST = "/message-templates";
    private static final String PAGE = LIST + "/ACCOUNT_CREATED";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theWordsOfTheSystem() {
        jdbc.sql("DELETE FROM message_template").update();
    }

    private MvcTestResult send(String address, String subject, String text, String sms, String version) {
        return pages.post(
                address, world.municipal(), Map.of("subject", subject, "text", text, "sms", sms, "version", version));
    }

    @ParameterizedTest
    @EnumSource
    void theWordsOfTheSystemUseTheirPlacesAndAreShortEnough(MessageKind kind) {
        Template words = Template.standard(kind);

        assertThat(Template.unknownPlaces(words.subject() + words.text() + words.sms(), kind))
                .isEmpty();
        assertThat(words.subject()).hasSizeLessThanOrEqualTo(Template.LONGEST_SUBJECT);
        assertThat(words.text()).hasSizeLessThanOrEqualTo(Template.LONGEST_TEXT);
        assertThat(words.sms()).hasSizeLessThanOrEqualTo(Template.LONGEST_SMS).doesNotContain("\n");
        assertThat(pages.open(LIST + "/" + kind, world.municipal())
                        .select("main")
                        .text())
                .doesNotContainPattern(Pattern.compile("预览.*[{}]"));
    }

    @Test
    void newWordsAreUsedFromNowOnAndTheOldOnesCanComeBack() {
        assertThat(send(PAGE, "欢迎：{用户名}", "{姓名}您好，{名称}已开通。", "{姓名}您好", "0")).hasStatus(HttpStatus.SEE_OTHER);
        CommitteeView committee = world.committee(world.area("模板院"), "模板院业主委员会");
        CurrentUser person = world.withAccount(world.personOf(committee), "templated");

        assertThat(pages.open("/messages", person).select("tbody tr").text())
                .contains("欢迎：templated", "王建国您好，模板院业主委员会已开通。");
        assertThat(pages.open(LIST, world.municipal())
                        .select("tbody tr:contains(账号已创建)")
                        .text())
                .contains("已修改", "林致远");

        assertThat(pages.post(PAGE + "/restore", world.municipal(), Map.of("version", "1")))
                .hasStatus(HttpStatus.SEE_OTHER);
        world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "李建党", "13900008104", "templated-b");
        assertThat(jdbc.sql("SELECT m.subject FROM message m JOIN operator o ON o.id = m.operator_id"
                                + " WHERE o.username = 'templated-b'")
                        .query(String.class)
                        .single())
                .isEqualTo("账号已创建：templated-b");
    }

    @Test
    void versionsCountOnWhenTheWordsOfTheSystemComeBackSoThatNobodySavesOverWhatTheyHaveNotSeen() {
        send(PAGE, "第一次", "内容", "短信", "0");
        pages.post(PAGE + "/restore", world.municipal(), Map.of("version", "1"));

        Document restored = pages.open(PAGE, world.municipal());
        assertThat(restored.select("input[name=version]").attr("value")).isEqualTo("2");
        assertThat(restored.select("form[action$=/restore]")).isEmpty();
        assertThat(pages.open(LIST, world.municipal())
                        .select("tbody tr:contains(账号已创建)")
                        .text())
                .contains("默认");

        for (String seen : new String[] {"0", "1"}) {
            assertThat(send(PAGE, "没有看过", "内容", "短信", seen)).hasStatus(HttpStatus.CONFLICT);
        }
        assertThat(send(PAGE, "看过", "内容", "短信", "2")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.open(PAGE, world.municipal())
                        .select("input[name=version]")
                        .attr("value"))
                .isEqualTo("3");
    }

    @Test
    void aPreviewFillsInSamplesSavesNothingAndKeepsWhatWasTyped() {
        MvcTestResult result = send(PAGE + "/preview", "欢迎：{用户名}", "{姓名}您好", "很短", "0");

        assertThat(result).hasStatusOk();
        Document page = Pages.parse(result);
        assertThat(page.select("section:contains(预览)").text()).contains("欢迎：wangjg", "王建国您好", "2 字，约 1 条");
        assertThat(page.select("textarea[name=text]").text()).isEqualTo("{姓名}您好");
        assertThat(jdbc.sql("SELECT count(*) FROM message_template")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "'{受理编号}', 文, 短, 不认识的占位 {受理编号}；可以使用 {姓名} {用户名} {名称} {区中心} {区中心电话}",
        "题, '{姓名', 短, 不认识的占位 { }",
        "题, 文, '{}', 不认识的占位 {}",
        "'', 文, 短, 请填写标题",
        "题, '', 短, 请填写内容",
        "题, 文, '', 请填写短信",
    })
    void whatIsWrongIsSaidAtItsField(String subject, String text, String sms, String said) {
        for (String address : new String[] {PAGE, PAGE + "/preview"}) {
            MvcTestResult result = send(address, subject, text, sms, "0");

            assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(Pages.parse(result).select(".field-error").text()).contains(said);
            assertThat(Pages.parse(result).select("textarea[name=text]").text()).isEqualTo(text);
        }
    }

    @Test
    void tooMuchIsRefusedBeforeTheDatabaseDoes() {
        MvcTestResult result = send(PAGE, "题".repeat(61), "文".repeat(1001), "短".repeat(301), "0");

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).select(".field-error")).hasSize(3);
    }

    @Test
    void whoComesSecondIsToldAndLosesNothing() {
        send(PAGE, "先到", "先到的内容", "先到的短信", "0");

        MvcTestResult late = send(PAGE, "后到", "后到的内容", "后到的短信", "0");

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(late);
        assertThat(page.text()).contains("没有保存", "林致远");
        assertThat(page.select("input[name=subject]").attr("value")).isEqualTo("后到");
        assertThat(send(
                        PAGE,
                        "后到",
                        "后到的内容",
                        "后到的短信",
                        page.select("input[name=version]").attr("value")))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.post(PAGE + "/restore", world.municipal(), Map.of("version", "1")))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.open(PAGE, world.municipal())
                        .select("input[name=subject]")
                        .attr("value"))
                .as("restored nothing: it was changed since")
                .isEqualTo("后到");
        assertThat(pages.get(LIST + "/NOTHING", world.municipal())).hasStatus(HttpStatus.NOT_FOUND);
    }
}
