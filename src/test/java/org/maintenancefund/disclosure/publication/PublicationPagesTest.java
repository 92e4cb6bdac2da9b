package org.maintenancefund.disclosure.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.city.Setting;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.disclosure.paper.PaperWorld;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 收取公示: what it says, that it stays, and what committee and company say to one another. */
@IntegrationTest
@Transactional
class PublicationPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private PaperWorld books;
    private CollectedArea area;
    private UnitId flat;
    private UnitId other;
    private CurrentUser committee;

    @BeforeEach
    void aMonthThatIsOver() {
        books = new PaperWorld("公示苑", world, context);
        area = books.area();
        committee = world.personOf(area.managed().committee());
        flat = area.flat("101");
        other = area.flat("102");
        area.bill(area.first());
        NewReceipt told = area.payment(flat, "22.40");
        area.receive(new NewReceipt(
                flat,
                told.amount(),
                area.first().atDay(20),
                told.way(),
                told.from(),
                told.payer(),
                List.of(),
                null,
                ""));
        books.booked(flat, area.first().minusMonths(2).atDay(1), "1,000.00");
        books.booked(flat, area.first().atDay(25), "22.40");
    }

    private String list() {
        return "/publications/areas/" + area.id();
    }

    private String one() {
        return list() + "/" + area.first();
    }

    private void publish() {
        assertThat(pages.post(
                        list() + "/new",
                        area.clerk(),
                        Map.of("month", area.first().toString())))
                .hasStatus(303)
                .hasRedirectedUrl(one());
    }

    private MvcTestResult say(String step, CurrentUser by, String text, int version) {
        return pages.post(one() + "/" + step, by, Map.of("text", text, "version", Integer.toString(version)));
    }

    // ---- what it says

    @Test
    void theFiguresAreThoseOfTheBooksTheBillsAndTheReceipts() {
        Document preview = pages.open(list() + "/new?month=" + area.first(), area.clerk());
        publish();
        Document page = pages.open(one(), area.clerk());

        for (Document shown : List.of(preview, page)) {
            assertThat(shown.select(".sheet td.number").eachText())
                    .containsExactly(
                            "1,000.00", "0.00", "22.40", "0.00", "0.00", "1,022.40", "44.80", "22.40", "22.40", "0.00");
            assertThat(shown.select(".sheet").text())
                    .contains("交存", "使用", "增值", "结存", "2 户", "1 户")
                    .doesNotContain("王建国", "101");
        }
    }

    @Test
    void doorsAreToldAndStayWhereTheCityHasDecidedSoAndNamesNever() {
        world.decide(Setting.PUBLISHED_DOORS, "YES");
        Document preview = pages.open(list() + "/new?month=" + area.first(), area.clerk());
        publish();
        area.receive(area.payment(other, "22.40"));
        Document page = pages.open(one(), committee);

        for (Document shown : List.of(preview, page)) {
            assertThat(shown.select(".sheet tbody").last().text())
                    .contains("1 栋102（22.40） 22.40")
                    .doesNotContain("101");
            assertThat(shown.select(".sheet").text()).doesNotContain("王建国");
        }
        assertThat(area.violations())
                .extracting(each -> each.invariant().name())
                .doesNotContain("publication-doors");
        jdbc.sql(
                        "INSERT INTO publication_door SELECT area_id, month, 9, building, entrance, door, open FROM publication_door"
                                + " WHERE area_id = ?")
                .param(area.id().value())
                .update();
        assertThat(area.violations())
                .extracting(each -> each.invariant().name())
                .contains("publication-doors");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM publication_door").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whereEverybodyHasPaidThePaperSaysSo() {
        world.decide(Setting.PUBLISHED_DOORS, "YES");
        area.receive(area.payment(other, "22.40"));
        publish();

        assertThat(pages.open(one(), committee).select(".sheet tbody").last().text())
                .contains("本月应收已全部缴清");
    }

    @Test
    void whatIsPublishedStaysWhateverComesLater() {
        publish();
        books.booked(flat, area.first().atDay(26), "77.00");

        assertThat(pages.open(one(), committee).select(".sheet td.number").eachText())
                .contains("1,022.40")
                .doesNotContain("1,099.40");
        assertThatThrownBy(() -> jdbc.sql("UPDATE publication SET billed = 0, settled = 0")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aMonthIsPublishedOnceAndWhenItIsOver() {
        publish();

        MvcTestResult again = pages.post(
                list() + "/new", area.clerk(), Map.of("month", area.first().toString()));
        assertThat(again).hasStatus(400);
        assertThat(Pages.parse(again).text()).contains("已经公示过");
        MvcTestResult early = pages.post(
                list() + "/new", area.clerk(), Map.of("month", area.thisMonth().toString()));
        assertThat(early).hasStatus(400);
        assertThat(Pages.parse(early).text()).contains("还没有结束");
        MvcTestResult nothing = pages.post(list() + "/new", area.clerk(), Map.of("month", "2001-01"));
        assertThat(nothing).hasStatus(400);
        assertThat(Pages.parse(nothing).text()).contains("没有可以公示的");
        MvcTestResult unreadable = pages.post(list() + "/new", area.clerk(), Map.of("month", "十一月"));
        assertThat(unreadable).hasStatus(400);
        assertThat(Pages.parse(unreadable).select("#month").val()).isEqualTo("十一月");
    }

    // ---- what is said of it

    @Test
    void theCommitteeConfirms() {
        publish();
        assertThat(pages.open("/workbench", committee).select("a[href='/publications?waiting=1']"))
                .isNotEmpty();
        assertThat(pages.open("/publications?waiting=1", committee)
                        .select("main tbody tr")
                        .text())
                .contains("公示苑", area.first().toString(), "待确认");

        assertThat(say("confirm", committee, "", 0)).hasStatus(303);

        Document page = pages.open(one(), area.clerk());
        assertThat(page.text()).contains("已确认", "业委会 " + committee.personName() + " 确认于");
        assertThat(page.select("main form[method=post]")).isEmpty();
        assertThat(say("object", committee, "太晚了", 1)).as("after that").hasStatus(409);
    }

    @Test
    void anObjectionIsAnsweredAndMayBeRaisedOnceMore() {
        publish();
        assertThat(say("object", committee, "", 0)).hasStatus(400);
        MvcTestResult unheard = say("object", committee, "交存少了一笔", 7);
        assertThat(unheard).as("another version").hasStatus(409);
        assertThat(say("object", committee, "交存少了一笔", 0)).hasStatus(303);
        assertThat(pages.open("/publications?waiting=1", area.clerk())
                        .select("main tbody tr")
                        .text())
                .contains("公示苑", "有异议");
        assertThat(pages.open("/publications?waiting=1", world.clerk()).select("main tbody tr"))
                .hasSize(1);
        assertThat(pages.open("/workbench", world.clerk())
                        .select("a[href='/publications?waiting=1']")
                        .text())
                .contains("收取公示有异议待答复的小区");
        assertThat(pages.open("/publications?waiting=1", committee).select("main tbody tr"))
                .isEmpty();
        assertThat(say("confirm", committee, "", 1))
                .as("while it waits for an answer")
                .hasStatus(409);

        assertThat(say("answer", area.clerk(), "11 月 26 日已到账", 1)).hasStatus(303);

        assertThat(pages.open(one(), committee).select("main").text())
                .contains("已答复", "交存少了一笔", "公示苑管理处 郑负责 答复于", "11 月 26 日已到账");
        assertThat(say("object", committee, "凭证没有看到", 2)).hasStatus(303);
        assertThat(say("answer", world.clerk(), "区中心已核对凭证", 3))
                .as("the district")
                .hasStatus(303);
        assertThat(say("confirm", committee, "", 4)).hasStatus(303);
        assertThat(pages.open(one(), committee).select("h2").text()).contains("异议和答复（2）");
    }

    @ParameterizedTest
    @EnumSource
    void aStateBecomesWhatItMayAndNothingElse(PublicationState from) {
        publish();
        for (PublicationState to : PublicationState.values()) {
            boolean may = jdbc.sql(
                            "SELECT (CAST(:from AS text), CAST(:to AS text)) IN (('PUBLISHED', 'OBJECTED'),"
                                    + " ('PUBLISHED', 'CONFIRMED'), ('OBJECTED', 'ANSWERED'), ('ANSWERED', 'OBJECTED'), ('ANSWERED', 'CONFIRMED'))")
                    .param("from", from.name())
                    .param("to", to.name())
                    .query(Boolean.class)
                    .single();
            assertThat(from.mayBecome().contains(to)).as("%s %s", from, to).isEqualTo(may);
        }
    }

    // ---- whose it is

    @Test
    void nobodyElseSeesPublishesOrSaysAnything() {
        publish();
        CollectedArea other = CollectedArea.named("别示苑", world, context);
        CurrentUser neighbours = world.personOf(other.managed().committee());

        for (CurrentUser stranger :
                List.of(other.clerk(), other.managed().ofCompany(), neighbours, world.clerkElsewhere())) {
            assertThat(pages.get(list(), stranger)).hasStatus(404);
            assertThat(pages.get(one(), stranger)).hasStatus(404);
        }
        assertThat(say("confirm", neighbours, "", 0)).hasStatus(404);
        assertThat(say("object", neighbours, "不对", 0)).hasStatus(404);
        assertThat(say("answer", other.clerk(), "答复", 0)).hasStatus(404);
        assertThat(say("confirm", area.clerk(), "", 0)).hasStatus(403);
        assertThat(say("answer", committee, "答复", 0)).hasStatus(403);
        assertThat(pages.post(
                        list() + "/new",
                        other.clerk(),
                        Map.of("month", area.first().toString())))
                .hasStatus(404);
        assertThat(pages.post(
                        list() + "/new", committee, Map.of("month", area.first().toString())))
                .hasStatus(403);
        for (CurrentUser reader : List.of(
                committee, world.clerk(), world.municipal(), area.managed().ofCompany())) {
            assertThat(pages.get(list(), reader)).as(reader.organisationName()).hasStatusOk();
            assertThat(pages.get(one(), reader)).as(reader.organisationName()).hasStatusOk();
        }
    }

    @Test
    void whoseMandateIsOverReadsTheMonthsOfIt() {
        publish();
        area.endMandate(area.first().atEndOfMonth());

        assertThat(pages.get(one(), area.clerk())).hasStatusOk();
        assertThat(pages.get(list() + "/new", area.clerk())).hasStatus(404);
        area.endMandate(area.first().atDay(1).minusDays(1));
        assertThat(pages.get(one(), area.clerk())).hasStatus(404);
    }
}
