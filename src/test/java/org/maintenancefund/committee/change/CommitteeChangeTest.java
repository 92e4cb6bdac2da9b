package org.maintenancefund.committee.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the application to the new version. Nothing is rolled back: each committee has a district of its own. */
@IntegrationTest
class CommitteeChangeTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final String FORM = "/my/committee/change";

    @Autowired
    Committees committees;

    @Autowired
    CommitteeRecords records;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private AreaId area;
    private String areaName;
    private CommitteeView committee;
    private CurrentUser person;
    private CurrentUser colleague;

    @BeforeEach
    void aPreparatoryGroup() {
        areaName = "变更花园" + world.district().code();
        committee = world.preparatoryGroup(areaName);
        area = committee.area();
        colleague = world.anotherClerkOf(committee.district());
        person = world.personOf(committee);
        world.account(
                committee.id().ref(),
                Role.COMMITTEE_OPERATOR,
                "王建国",
                "13900001234",
                "cc" + world.district().code().toLowerCase());
    }

    private Map<String, String> formal() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("items", "FORMALISE");
        form.put("name", areaName + "业主委员会");
        form.put("termNumber", "1");
        form.put("termStart", "2026-01-01");
        form.put("termEnd", "2030-12-31");
        form.put("filingNumber", "备 2026-001");
        form.put("reason", "业主大会选举产生");
        return form;
    }

    @Test
    void aPreparatoryGroupBecomesFormalAndEverythingElseStays() {
        assertThat(pages.open("/my/committee", person).select("a:contains(申请信息变更)"))
                .hasSize(1);
        assertThat(pages.open(FORM, person).select("input[value=FORMALISE]")).hasSize(1);
        String check = filled(person, FORM, formal());
        assertThat(pages.open(check, person).text())
                .contains("改为：" + areaName + "业主委员会", "原来：" + areaName + "业主委员会筹备组");
        String number = submitted(person, check);
        assertThat(number).startsWith("BG");

        assertThat(pages.open("/committees/changes/reviews", world.clerk()).text())
                .contains(number, "临时转正式", areaName);
        assertThat(pages.open("/committees/changes/reviews/" + number, world.clerk())
                        .text())
                .contains("改为：第 1 届", "业主大会选举产生", "没有同名的业委会", "业委会名称与物业区域名称一致");
        decide(number, "APPROVE", world.clerk());

        CommitteeView changed = committees.inOfficeFor(area).orElseThrow();
        assertThat(changed.id()).isEqualTo(committee.id());
        assertThat(changed.attribute()).isEqualTo(CommitteeAttribute.FORMAL);
        assertThat(changed.name()).isEqualTo(areaName + "业主委员会");
        // The one created above, and who is signed in.
        assertThat(operators.of(committee.id().ref())).hasSize(2);
        assertThat(records.get(committee.id()).versions()).hasSize(2);
        Document mine = pages.open("/my/committee", person);
        assertThat(mine.text()).contains(areaName + "业主委员会筹备组 → " + areaName + "业主委员会", "变更历史", number);
        assertThat(pages.open("/committees/" + committee.id(), world.clerk()).text())
                .contains("第 2 版", "王建国", "备 2026-001");
    }

    @Test
    void aNewTermFollowsTheOneBeforeAndRaisesItsNumber() {
        String check = filled(person, FORM, formal());
        decide(submitted(person, check), "APPROVE", world.clerk());

        Map<String, String> next = formal();
        next.put("items", "NEW_TERM");
        next.put("termNumber", "3");
        next.put("termStart", "2030-12-31");
        next.put("termEnd", "2035-12-30");
        Document refused = Pages.parse(pages.post(FORM, person, next));
        assertThat(refused.select(".error-summary li").eachText())
                .containsExactly("换届后届次应为第 2 届", "本届起始日期应在上一届届满（2030-12-31）之后");
        next.put("termNumber", "2");
        next.put("termStart", "2031-01-01");
        String later = filled(person, FORM, next);
        decide(submitted(person, later), "APPROVE", world.clerk());

        assertThat(committees.get(committee.id()).term().number())
                .as("the new term counts from its first day")
                .isEqualTo(1);
        assertThat(pages.open("/committees?watch=DUE", world.clerk()).select("tbody tr"))
                .isEmpty();
    }

    @Test
    void onlyWhatIsTickedIsChangedAndSomethingMustBe() {
        Map<String, String> form = formal();
        form.remove("items");
        assertThat(Pages.parse(pages.post(FORM, person, form))
                        .select(".error-summary")
                        .text())
                .contains("请选择变更事项");
        Map<String, String> office = new LinkedHashMap<>(Map.of("items", "OFFICE", "reason", "搬迁"));
        office.put("officeAddress", committee.officeAddress());
        assertThat(Pages.parse(pages.post(FORM, person, office))
                        .select(".error-summary")
                        .text())
                .contains("与现在相同");
        office.put("officeAddress", "新会所 3 楼");
        String check = filled(person, FORM, office);
        decide(submitted(person, check), "APPROVE", world.clerk());

        CommitteeView changed = committees.get(committee.id());
        assertThat(changed.officeAddress()).isEqualTo("新会所 3 楼");
        assertThat(changed.name()).as("not ticked").isEqualTo(committee.name());
    }

    @Test
    void aReturnedChangeIsMendedUnderItsNumberAndCanBeWithdrawn() {
        String check = filled(person, FORM, formal());
        String number = submitted(person, check);
        pages.post(
                "/committees/changes/reviews/" + number,
                world.clerk(),
                Map.of("result", "RETURN", "reasons", "附件缺失或看不清", "version", version(number)));
        assertThat(pages.open("/my/committee/changes/" + number, person).text()).contains("申请已退回", "附件缺失或看不清");

        String form = Pages.redirected(pages.post("/my/committee/changes/" + number + "/revise", person, Map.of()));
        assertThat(form).startsWith(FORM + "?draft=");
        Map<String, String> mended = formal();
        mended.put("filingNumber", "备 2026-002");
        String again = filled(person, form, mended);
        assertThat(pages.post(again, person, Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.open("/committees/changes/reviews/" + number, world.clerk())
                        .text())
                .contains("退回后重交", "有修改");
        assertThat(pages.post("/my/committee/changes/" + number + "/withdraw", person, Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        CurrentUser stranger = SignedIn.person(
                "李建党",
                Role.COMMITTEE_OPERATOR,
                new OrgRef(OrgType.COMMITTEE, java.util.UUID.randomUUID()),
                "别的业委会",
                world.district().id());
        assertThat(pages.get("/my/committee/changes/" + number, stranger)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoEnteredAChangeFromPaperDoesNotDecideIt() {
        String path = "/committees/" + committee.id() + "/change";
        assertThat(pages.open("/committees/" + committee.id(), world.clerk()).select("a:contains(登记信息变更)"))
                .hasSize(1);
        String check = filled(world.clerk(), path, formal());
        assertThat(pages.post(check, world.clerk(), Map.of())).hasRedirectedUrl("/committees/" + committee.id());
        String number = jdbc.sql("SELECT number FROM application WHERE kind = 'COMMITTEE_CHANGE' AND subject_id = :id")
                .param("id", committee.id().value())
                .query(String.class)
                .single();

        assertThat(pages.open("/committees/changes/reviews/" + number, world.clerk())
                        .text())
                .contains("请同事审核");
        decide(number, "APPROVE", colleague);

        assertThat(committees.get(committee.id()).attribute()).isEqualTo(CommitteeAttribute.FORMAL);
    }

    /** It is the committee's, which sees and mends it too; of the district only who entered this round. */
    @Test
    void aChangeEnteredFromPaperBelongsToTheCommitteeAndEachRoundToWhoEnteredIt() {
        String path = "/committees/" + committee.id() + "/change";
        pages.post(filled(world.clerk(), path, formal()), world.clerk(), Map.of());
        String number = pending();
        String review = "/committees/changes/reviews/" + number;
        decide(number, "RETURN", colleague);
        assertThat(pages.open("/my/committee", person).text()).contains(number);
        assertThat(pages.open("/my/committee/changes/" + number, person).text()).contains("修改并重新提交");
        assertThat(pages.open(review, world.clerk()).text()).contains("修改并重新提交");
        assertThat(pages.open(review, colleague).text()).doesNotContain("修改并重新提交");
        assertThat(pages.post(review + "/revise", colleague, Map.of())).hasStatus(HttpStatus.NOT_FOUND);

        String form = Pages.redirected(pages.post(review + "/revise", world.clerk(), Map.of()));
        assertThat(form).startsWith(path + "?draft=");
        assertThat(pages.get(form, colleague)).hasRedirectedUrl("/committees");
        assertThat(pages.post(form.replace(path, FORM), person, formal()))
                .as("the clerk's draft is no draft of the committee")
                .hasStatus3xxRedirection();
        assertThat(statusOf(number)).isEqualTo("RETURNED");

        String own = Pages.redirected(pages.post("/my/committee/changes/" + number + "/revise", person, Map.of()));
        pages.post(filled(person, own, formal()), person, Map.of());
        assertThat(statusOf(number)).isEqualTo("PENDING");
        assertThat(pages.open(review, world.clerk()).select("form [name=version]"))
                .as("the committee entered this round: the clerk of the first may decide it")
                .isNotEmpty();
        MvcTestResult late = pages.post(form, world.clerk(), formal());
        assertThat(late).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(late).select(".error-summary").text()).contains("已在别处重新提交，请核对");
        decide(number, "APPROVE", world.clerk());
    }

    private String statusOf(String number) {
        return jdbc.sql("SELECT status FROM application WHERE number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    @Test
    void aCommitteesDraftAboutAnotherCommitteeIsNotThere() {
        String check = filled(person, FORM, formal());
        CurrentUser stranger = SignedIn.person(
                "李建党",
                Role.COMMITTEE_OPERATOR,
                new OrgRef(OrgType.COMMITTEE, CommitteeId.next().value()),
                "别的业委会",
                world.district().id());

        assertThat(pages.post(check, stranger, Map.of())).hasRedirectedUrl("/my/committee");
        assertThat(pages.post(check.replace("/my/committee", "/committees/" + committee.id()), world.clerk(), Map.of()))
                .hasRedirectedUrl("/committees");
    }

    @Test
    void twoReviewersAtOnceMakeOneVersion() throws InterruptedException {
        String check = filled(person, FORM, formal());
        String number = submitted(person, check);
        String version = version(number);
        List<Callable<Integer>> deciding = new ArrayList<>();
        for (CurrentUser reviewer : List.of(world.clerk(), colleague)) {
            deciding.add(() -> pages.post(
                            "/committees/changes/reviews/" + number,
                            reviewer,
                            Map.of("result", "APPROVE", "version", version))
                    .getResponse()
                    .getStatus());
        }

        List<Race.Outcome<Integer>> outcomes = Race.of(deciding);

        assertThat(outcomes).extracting(Race.Outcome::value).containsExactlyInAnyOrder(302, 409);
        assertThat(records.get(committee.id()).versions()).hasSize(2);
    }

    @Test
    void aChangeUnderWayStandsOnThePagesOfCommitteeAndArea() {
        String number = submitted(person, filled(person, FORM, formal()));

        for (String page : List.of("/committees/" + committee.id(), "/areas/" + area)) {
            assertThat(pages.open(page, world.clerk())
                            .select("dd a[href=/committees/changes/reviews/" + number + "]")
                            .text())
                    .isEqualTo("业委会信息变更 " + number + "（待审核）");
            Document readOnly = pages.open(page, world.municipal());
            assertThat(readOnly.select("dd").text()).contains(number);
            assertThat(readOnly.select("a[href*=" + number + "]")).isEmpty();
        }
    }

    @Test
    void aNewNameIsComparedWithThatOfTheArea() {
        Map<String, String> other = formal();
        other.put("name", "别处花园业主委员会");
        String number = submitted(person, filled(person, FORM, other));

        assertThat(pages.open("/committees/changes/reviews/" + number, world.clerk())
                        .text())
                .contains("名称“别处花园业主委员会”与物业区域“" + areaName + "”不一致", "建议为“" + areaName + "业主委员会”");
    }

    @Test
    void theRegisterIsADistrictsOwnAndTheMunicipalCentreReadsAll() {
        assertThat(pages.open("/committees?q=变更花园&attribute=PREPARATORY&status=IN_OFFICE", world.clerk())
                        .text())
                .contains(committee.name(), areaName, "139****1234");
        assertThat(pages.open("/committees?q=" + areaName, world.municipal()).text())
                .contains(committee.name());
        assertThat(pages.open("/committees/" + committee.id(), world.municipal())
                        .text())
                .contains("139****1234")
                .doesNotContain("登记信息变更");
        assertThat(pages.open("/committees", world.clerkElsewhere()).text()).contains("还没有登记的业委会");
        assertThat(pages.get("/committees/" + committee.id(), world.clerkElsewhere()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/committees/" + committee.id() + "/change", world.clerkElsewhere()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** Sends the form; answers the address of the check page. */
    private String filled(CurrentUser user, String form, Map<String, String> typed) {
        String check = Pages.redirected(pages.post(form, user, typed));
        assertThat(check).contains("/change/check?draft=");
        return check;
    }

    private String submitted(CurrentUser user, String check) {
        MvcTestResult result = pages.post(check, user, Map.of());
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return pending();
    }

    private String pending() {
        return jdbc.sql("SELECT number FROM application WHERE kind = 'COMMITTEE_CHANGE' AND subject_id = :id"
                        + " AND status = 'PENDING'")
                .param("id", committee.id().value())
                .query(String.class)
                .single();
    }

    private void decide(String number, String result, CurrentUser reviewer) {
        MvcTestResult decided = pages.post(
                "/committees/changes/reviews/" + number,
                reviewer,
                Map.of("result", result, "reasons", "附件缺失或看不清", "version", version(number, reviewer)));
        assertThat(decided).hasStatus3xxRedirection();
    }

    private String version(String number) {
        return version(number, world.clerk());
    }

    private String version(String number, CurrentUser reviewer) {
        return pages.open("/committees/changes/reviews/" + number, reviewer)
                .select("input[name=version]")
                .val();
    }
}
