package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.attachment.AttachmentReferences;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.notice.domain.NoticeFiles;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** A notice from the draft to the home page, to taken down; what two do at once; what the public sees of it and of its files. */
@IntegrationTest
@Transactional
class NoticePagesTest {

    private static final String TITLE = "关于信息更新工作的通知";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Notices notices;

    @Autowired
    NoticeService service;

    @Autowired
    NoticeFiles files;

    @Autowired
    ObjectProvider<AttachmentReferences> references;

    @Autowired
    TravellingClock clock;

    private final CurrentUser colleague =
            SignedIn.person("苏明远", Role.MUNICIPAL_STAFF, MunicipalCentre.REF, "市管理中心", null);

    @Test
    void aDraftIsSeenByThoseWhoWriteAndByNobodyElse() {
        String address = draft(TITLE);
        Document page = pages.open(address, world.municipal());

        assertThat(page.select("h1").text()).isEqualTo(TITLE);
        assertThat(page.select(".identity-bar .tag").text()).isEqualTo("草稿");
        assertThat(page.select(".notice-text strong").text()).isEqualTo("十二月底");
        assertThat(buttons(page)).contains("发布", "删除").doesNotContain("撤下", "置顶");
        assertThat(visit(publicAddress(address))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(home()).doesNotContain(TITLE);
    }

    @Test
    void publishedItStandsOnTheHomePageInTheListAndUnderItsOwnAddress() {
        String address = draft(TITLE);
        MvcTestResult published = act(address, "publish");

        assertThat(published).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(home()).contains(TITLE, publicAddress(address));
        assertThat(Pages.parse(visit("/notices")).select(".notice-list a").eachText())
                .contains(TITLE);
        Document page = Pages.parse(visit(publicAddress(address)));
        assertThat(page.title()).isEqualTo(TITLE + " - 物业专项维修资金信息管理系统");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".notice-text h2").text()).isEqualTo("时间");
        assertThat(pages.open(address, world.municipal())
                        .select(".identity-bar .tag")
                        .text())
                .isEqualTo("已发布");
    }

    @Test
    void takenDownNobodySeesItAndItCanBeRevisedAndPublishedAgain() {
        String address = draft(TITLE);
        act(address, "publish");
        act(address, "take-down");

        assertThat(visit(publicAddress(address))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(home()).doesNotContain(TITLE);
        assertThat(buttons(pages.open(address, world.municipal())))
                .contains("发布")
                .doesNotContain("撤下", "删除");
        revise(address, world.municipal(), Map.of("title", "关于信息更新工作的补充通知"));
        act(address, "publish");
        assertThat(home()).contains("关于信息更新工作的补充通知");
        assertThat(pages.open(address, world.municipal())
                        .select("#history li > strong")
                        .eachText())
                .containsExactly("发布通知公告", "修改通知公告", "撤下通知公告", "发布通知公告", "新建通知公告");
    }

    @Test
    void itShowsFromTheFirstDayToTheLast() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, today.plusDays(2), today.plusDays(3)));
        act(address, "publish");

        assertThat(status(address)).isEqualTo("未到显示日期");
        assertThat(seenAfter(address, 1)).isFalse();
        assertThat(seenAfter(address, 2)).isTrue();
        assertThat(seenAfter(address, 3)).isTrue();
        assertThat(seenAfter(address, 4)).isFalse();
        assertThat(clock.at(clock.instant().plus(Duration.ofDays(4)), () -> status(address)))
                .isEqualTo("已过显示日期");
    }

    @Test
    void aDraftThatWaitedTooLongShowsFromTheDayItIsPublished() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, today.plusDays(1), null));

        clock.at(clock.instant().plus(Duration.ofDays(5)), () -> act(address, "publish"));

        assertThat(notices.get(number(address)).content().from()).isEqualTo(today.plusDays(5));
    }

    @Test
    void whatIsOverIsNotPublished() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, null, today.plusDays(1)));

        MvcTestResult refused = clock.at(clock.instant().plus(Duration.ofDays(2)), () -> act(address, "publish"));

        assertThat(said(refused)).startsWith("没有发布：显示截止日期 " + today.plusDays(1));
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.DRAFT);
    }

    @Test
    void mistakesStandAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> form = form("", LocalDate.now(clock).minusDays(1), null);
        form.put("body", "见[这里](www.example.com)");
        Document page = Pages.parse(invalid(pages.post("/manage/notices/new", world.municipal(), form)));

        assertThat(page.title()).startsWith("错误：新建通知公告");
        assertThat(page.select("#title-error").text()).contains("请填写标题");
        assertThat(page.select("#body-error").text()).contains("链接“www.example.com”打不开");
        assertThat(page.select("textarea").text()).isEqualTo("见[这里](www.example.com)");
        form.put("title", TITLE);
        form.put("body", "正文");
        page = Pages.parse(invalid(pages.post("/manage/notices/new", world.municipal(), form)));
        assertThat(page.select("#shownFrom-error").text()).contains("不能早于今天");
        form.put("shownFrom", LocalDate.now(clock).plusDays(3).toString());
        form.put("shownUntil", LocalDate.now(clock).plusDays(2).toString());
        page = Pages.parse(invalid(pages.post("/manage/notices/new", world.municipal(), form)));
        assertThat(page.select("#shownUntil-error").text()).contains("不能早于显示起始日期");
        assertThat(page.select("#title").val()).isEqualTo(TITLE);
    }

    @Test
    void aPreviewShowsItAndKeepsNothing() {
        Map<String, String> form = form("只看看", null, null);
        form.put("preview", "true");
        MvcTestResult result = pages.post("/manage/notices/new", world.municipal(), form);

        assertThat(result).hasStatusOk();
        Document page = Pages.parse(result);
        assertThat(page.select("#preview .notice-title").text()).isEqualTo("只看看");
        assertThat(page.select("#preview .notice-text strong").text()).isEqualTo("十二月底");
        assertThat(page.select("#title").val()).isEqualTo("只看看");
        assertThat(page.select("input[name=submission]").val()).isEqualTo(form.get("submission"));
        assertThat(pages.open("/manage/notices?q=只看看", world.municipal()).select("tbody tr"))
                .isEmpty();
    }

    @Test
    void aFormSentTwiceMakesOneNotice() {
        Map<String, String> form = form("只有一条", null, null);

        assertThat(write(form)).isEqualTo(write(form));
        assertThat(pages.open("/manage/notices?q=只有一条", world.municipal()).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void aFormSentAgainWithAnotherTextIsNotDroppedInSilence() {
        Map<String, String> form = form("先写的标题", null, null);
        String address = write(form);
        form.put("title", "后写的标题");

        MvcTestResult again = pages.post("/manage/notices/new", world.municipal(), form);

        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(again).select("#title").val()).isEqualTo("后写的标题");
        assertThat(notices.get(number(address)).title()).isEqualTo("先写的标题");
    }

    @Test
    void whatIsShownIsNotHiddenByALaterStart() {
        String address = draft(TITLE);
        act(address, "publish");
        Map<String, String> open = opened(address);
        open.put("shownFrom", LocalDate.now(clock).plusDays(30).toString());

        MvcTestResult refused = invalid(pages.post(address + "/edit", world.municipal(), open));

        assertThat(Pages.parse(refused).select(".error-summary").text()).contains("请先撤下");
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.SHOWN);
    }

    @Test
    void oneThatComesBackAfterItsEndLeavesThePinToOthers() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, null, today));
        act(address, "publish");
        act(address, "pin");
        clock.at(clock.instant().plus(Duration.ofDays(1)), () -> {
            revise(
                    address,
                    world.municipal(),
                    Map.of("shownUntil", today.plusDays(9).toString()));
            return null;
        });

        assertThat(pages.open(address, world.municipal()).select("main").text()).contains("置顶 否");
    }

    @Test
    void whoSavesSecondIsToldWhatTheFirstDidAndKeepsWhatWasTyped() {
        String address = draft(TITLE);
        Map<String, String> open = opened(address);
        revise(address, colleague, Map.of("title", "同事改过的标题"));

        open.put("title", "我的标题");
        MvcTestResult stale = pages.post(address + "/edit", world.municipal(), open);

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(stale);
        assertThat(page.select(".notice-warning").text()).contains("没有保存", "苏明远");
        assertThat(page.select("tbody tr").first().text()).contains("同事改过的标题", "我的标题");
        assertThat(page.select("#title").val()).isEqualTo("我的标题");
        assertThat(notices.get(number(address)).title()).isEqualTo("同事改过的标题");
        open.put("version", page.select("input[name=version]").val());
        assertThat(pages.post(address + "/edit", world.municipal(), open)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(notices.get(number(address)).title()).isEqualTo("我的标题");
    }

    @Test
    void nobodyPublishesATextThatTheyHaveNotSeen() {
        String address = draft(TITLE);
        Map<String, String> seen = Map.of("version", opened(address).get("version"));
        revise(address, colleague, Map.of("body", "换掉的正文"));

        MvcTestResult result = pages.post(address + "/publish", world.municipal(), seen);

        assertThat(said(result)).contains("没有办理", "苏明远");
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.DRAFT);
    }

    @Test
    void whatCanNotBeDoneAnyMoreIsSaid() {
        String address = draft(TITLE);
        act(address, "publish");

        assertThat(said(act(address, "publish"))).isEqualTo("没有办理：这条公告现在是“已发布”，不能发布");
        assertThat(said(act(address, "delete"))).contains("不能删除");
        assertThat(said(pages.post(address + "/take-down", world.municipal(), Map.of("version", "x"))))
                .contains("没有办理");
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.SHOWN);
    }

    @Test
    void threeArePinnedAtMostAndStandFirst() {
        for (String title : List.of("甲公告", "乙公告", "丙公告")) {
            String address = draft(title);
            act(address, "publish");
            act(address, "pin");
        }
        String newest = draft("丁公告");
        act(newest, "publish");

        assertThat(said(act(newest, "pin"))).contains("已有 3 条公告置顶");
        assertThat(Pages.parse(visit("/notices"))
                        .select(".notice-list a")
                        .eachText()
                        .subList(0, 4))
                .containsExactly("丙公告", "乙公告", "甲公告", "丁公告");
    }

    @Test
    void theHomePageHasThePinnedAndTheFiveNewest() {
        String pinned = draft("置顶的公告");
        act(pinned, "publish");
        act(pinned, "pin");
        for (int i = 1; i <= 6; i++) {
            act(draft("第" + i + "号公告"), "publish");
        }

        assertThat(Pages.parse(visit("/")).select(".notice-list a").eachText())
                .containsExactly("置顶的公告", "第6号公告", "第5号公告", "第4号公告", "第3号公告", "第2号公告");
        act(pinned, "unpin");
        assertThat(home()).doesNotContain("置顶的公告");
    }

    @Test
    void theListGoesOnPageByPageByOneStatementEach() {
        for (int i = 1; i <= 25; i++) {
            act(draft("公告之" + i), "publish");
        }
        Document first = Pages.parse(visit("/notices"));
        String next = first.select("a[rel=next]").attr("href");
        Document second = Pages.parse(visit(next));

        assertThat(first.select(".notice-list li")).hasSize(20);
        assertThat(second.select(".notice-list a").eachText()).contains("公告之5", "公告之1");
        assertThat(Statements.of(() -> visit(next)))
                .filteredOn(statement -> statement.contains("FROM notice"))
                .hasSize(1);
    }

    @Test
    void aPlaceInTheListThatIsNoneFindsNothing() {
        for (String key :
                List.of("1", "1|2026-11-01|x", "1|+999999999-01-01|5", "1|2026-13-01|5", "9999999999|2026-11-01|5")) {
            String after = Cursor.write((Object[]) key.split("\\|"));
            assertThat(Pages.parse(visit("/notices?after=" + after))
                            .select("main")
                            .text())
                    .as(key)
                    .contains("没有查到");
        }
    }

    @Test
    void aDraftCanBeDeletedWithItsFiles() {
        String address = draft("写错的草稿");
        upload(address, SampleFiles.pdf(), "附表.pdf");
        assertThat(pages.open(address + "/delete", world.municipal())
                        .select("main")
                        .text())
                .contains("不能恢复");

        MvcTestResult deleted = act(address, "delete");

        assertThat(Pages.redirected(deleted)).isEqualTo("/manage/notices");
        assertThat(pages.get(address, world.municipal())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(files.of(number(address))).isEmpty();
    }

    @Test
    void aFileIsEverybodysAsLongAsTheNoticeIsShown() {
        String address = draft(TITLE);
        upload(address, SampleFiles.pdf(), "受理时间表.pdf");
        String file = files.of(number(address)).get(0).path();

        assertThat(visit(file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(file, world.municipal())).hasStatusOk();
        act(address, "publish");
        assertThat(visit(file)).hasStatusOk();
        assertThat(Pages.parse(visit(publicAddress(address)))
                        .select(".notice-files a")
                        .text())
                .contains("受理时间表.pdf");
        act(address, "take-down");
        assertThat(visit(file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(file, SignedIn.person("审计", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileIsInUseUntilItIsTakenOff() {
        String address = draft(TITLE);
        upload(address, SampleFiles.pdf(), "一.pdf");
        var file = files.of(number(address)).get(0);

        assertThat(references.stream().flatMap(module -> module.inUse(List.of(file.id())).stream()))
                .containsExactly(file.id());
        pages.post(
                address + "/files/remove",
                world.municipal(),
                Map.of("file", file.id().toString()));
        assertThat(references.stream().flatMap(module -> module.inUse(List.of(file.id())).stream()))
                .isEmpty();
        assertThat(visit(file.path())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileThatIsNoneIsToldAndTheOthersStay() throws Exception {
        String address = draft(TITLE);
        MvcTestResult result = mvc.post()
                .uri(address + "/files")
                .multipart()
                .file(new MockMultipartFile("files", "好.pdf", "application/pdf", SampleFiles.pdf()))
                .file(new MockMultipartFile("files", "坏.exe", "application/pdf", new byte[] {1, 2, 3}))
                .with(SignedIn.as(world.municipal()))
                .with(csrf())
                .exchange();

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary").text()).contains("坏.exe");
        assertThat(page.select(".file-list").text()).contains("好.pdf");
        assertThat(mvc.post()
                        .uri(address + "/files")
                        .multipart()
                        .file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]))
                        .with(SignedIn.as(world.municipal()))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("请选择要添加的文件");
    }

    @Test
    void elevenFilesAreOneTooMany() {
        String address = draft(TITLE);
        for (int i = 1; i <= 10; i++) {
            upload(address, SampleFiles.pdf(), i + ".pdf");
        }

        assertThat(files.of(number(address))).hasSize(10);
        assertThat(pages.open(address, world.municipal()).select("input[type=file]"))
                .isEmpty();
        assertThat(upload(address, SampleFiles.pdf(), "11.pdf"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("一条公告最多 10 个附件");
    }

    /** What is told of a day in Java is found by the same words in the database. */
    @ParameterizedTest
    @EnumSource
    void theListIsFilteredByWhereANoticeStands(NoticeStatus status) {
        LocalDate today = LocalDate.now(clock);
        draft("草稿");
        act(write(form("后天", today.plusDays(2), null)), "publish");
        act(draft("今天"), "publish");
        act(write(form("今天止", null, today)), "publish");
        clock.at(clock.instant().minus(Duration.ofDays(9)), () -> {
            act(write(form("过去", null, LocalDate.now(clock).plusDays(8))), "publish");
        });
        String down = draft("撤下");
        act(down, "publish");
        act(down, "take-down");

        Document page = pages.open("/manage/notices?status=" + status, world.municipal());

        assertThat(page.select("tbody tr"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.select("td[data-label=状态]").text()).isEqualTo(status.label()));
        assertThat(page.select("tbody strong").eachText().stream()
                        .filter(List.of("草稿", "后天", "今天", "今天止", "过去", "撤下")::contains))
                .containsExactlyElementsOf(
                        switch (status) {
                            case DRAFT -> List.of("草稿");
                            case UPCOMING -> List.of("后天");
                            case SHOWN -> List.of("今天止", "今天");
                            case ENDED -> List.of("过去");
                            case TAKEN_DOWN -> List.of("撤下");
                        });
    }

    @Test
    void theListGoesOutAsASpreadsheet() {
        draft(TITLE);

        assertThat(pages.get("/manage/notices/export?q=信息更新", world.municipal()))
                .hasStatusOk()
                .headers()
                .hasValue("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void numbersThatAreNoneAreNotFound() {
        for (String number : List.of("0", "-1", "1x", "99999999999", "999999999", "+1", "１")) {
            assertThat(visit("/notices/" + number)).as(number).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.get("/manage/notices/" + number, world.municipal()))
                    .as(number)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    // ---- steps

    private String draft(String title) {
        return write(form(title, null, null));
    }

    private static Map<String, String> form(String title, LocalDate from, LocalDate until) {
        Map<String, String> form = new HashMap<>();
        form.put("title", title);
        form.put("body", "请在**十二月底**前核对。\n\n## 时间\n工作日");
        form.put("shownFrom", from == null ? "" : from.toString());
        form.put("shownUntil", until == null ? "" : until.toString());
        form.put("submission", Ids.next().toString());
        return form;
    }

    /** Where the notice is managed. */
    private String write(Map<String, String> form) {
        MvcTestResult written = pages.post("/manage/notices/new", world.municipal(), form);
        assertThat(written).hasStatus(HttpStatus.SEE_OTHER);
        return Pages.redirected(written);
    }

    private Map<String, String> opened(String address) {
        Document page = pages.open(address + "/edit", world.municipal());
        Map<String, String> form = new HashMap<>();
        for (Element field : page.select("main form [name]:not(button)")) {
            form.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val());
        }
        return form;
    }

    private void revise(String address, CurrentUser user, Map<String, String> changes) {
        Map<String, String> form = opened(address);
        form.putAll(changes);
        assertThat(pages.post(address + "/edit", user, form)).hasStatus(HttpStatus.SEE_OTHER);
    }

    /** Does it with what the notice is now. */
    private MvcTestResult act(String address, String verb) {
        String version = String.valueOf(notices.get(number(address)).version());
        return pages.post(address + "/" + verb, world.municipal(), Map.of("version", version));
    }

    private MvcTestResult upload(String address, byte[] content, String name) {
        return mvc.post()
                .uri(address + "/files")
                .multipart()
                .file(new MockMultipartFile("files", name, "application/pdf", content))
                .with(SignedIn.as(world.municipal()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult visit(String path) {
        return mvc.get()
                .uri(java.net.URI.create(path.replace("１", "%EF%BC%91")))
                .exchange();
    }

    private String home() {
        return Pages.parse(visit("/")).select("main").html();
    }

    private String status(String address) {
        return pages.open(address, world.municipal())
                .select(".identity-bar .tag")
                .text();
    }

    private boolean seenAfter(String address, int days) {
        return clock.at(
                clock.instant().plus(Duration.ofDays(days)),
                () -> visit(publicAddress(address)).getResponse().getStatus() == 200
                        && home().contains(publicAddress(address)));
    }

    private static MvcTestResult invalid(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return result;
    }

    private static String said(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return ((org.maintenancefund.web.Notice)
                        result.getMvcResult().getFlashMap().get("notice"))
                .title();
    }

    private static List<String> buttons(Document page) {
        return page.select("main .btn").eachText();
    }

    private static NoticeNumber number(String address) {
        return NoticeNumber.of(address.substring(address.lastIndexOf('/') + 1));
    }

    private static String publicAddress(String address) {
        return "/notices/" + number(address);
    }
}
