package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A committee is in office by its terms and the day, whenever something about it was approved. */
@IntegrationTest
@Transactional
class CommitteeTermsTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee registrations;

    @Autowired
    Committees committees;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewTermThatIsApprovedEarlyCountsFromItsFirstDayAndBothStayInTheRecord() {
        LocalDate end = world.today().plusYears(2);
        CommitteeView committee = registered(world.today().minusYears(3), end);
        String number = changed(committee, term(3, end.plusDays(11), end.plusYears(4)));

        assertThat(pages.open("/committees/changes/reviews/" + number, world.clerk())
                        .text())
                .as("what stands now")
                .contains("第 2 届");
        CommitteeView now = committees.get(committee.id());
        assertThat(now.status()).isEqualTo(CommitteeStatus.IN_OFFICE);
        assertThat(now.term().number()).isEqualTo(2);
        assertThat(pages.open("/committees/" + committee.id(), world.clerk()).text())
                .contains("第 3 届，" + end.plusDays(11) + " 至 " + end.plusYears(4) + "（尚未开始）", end + "（在任）");
        on(end.plusDays(5), () -> {
            assertThat(committees.get(committee.id()).status())
                    .as("between two terms")
                    .isEqualTo(CommitteeStatus.EXPIRED);
            assertThat(names("EXPIRED")).containsExactly(committee.name());
            assertThat(names("IN_OFFICE")).isEmpty();
        });
        on(end.plusDays(11), () -> {
            assertThat(committees.get(committee.id()).status()).isEqualTo(CommitteeStatus.IN_OFFICE);
            assertThat(committees.get(committee.id()).term().number()).isEqualTo(3);
            assertThat(names("IN_OFFICE")).containsExactly(committee.name());
            assertThat(pages.open("/my/committee", person(committee)).text()).contains(end + "（已届满）");
        });
    }

    @Test
    void anotherTelephoneOrAddressDoesNotBringATermThatIsOverBack() {
        CommitteeView committee =
                registered(world.today().minusYears(4), world.today().plusDays(2));

        on(world.today().plusDays(3), () -> {
            assertThat(committees.get(committee.id()).status()).isEqualTo(CommitteeStatus.EXPIRED);
            changed(committee, Map.of("items", "CONTACT", "contactName", "赵敏", "contactMobile", "13900005555"));
            changed(committee, Map.of("items", "OFFICE", "officeAddress", "会所 3 楼"));
            CommitteeView after = committees.get(committee.id());
            assertThat(after.contactName()).isEqualTo("赵敏");
            assertThat(after.officeAddress()).isEqualTo("会所 3 楼");
            assertThat(after.status()).isEqualTo(CommitteeStatus.EXPIRED);
        });
    }

    @Test
    void aTermThatBeganWhileItsApprovalWaitedIsInOfficeAtOnce() {
        CommitteeView committee = registered(
                world.today().minusYears(5).plusDays(2), world.today().minusDays(1));
        assertThat(committee.status()).isEqualTo(CommitteeStatus.EXPIRED);

        changed(committee, term(3, world.today(), world.today().plusYears(5)));

        assertThat(committees.get(committee.id()).status()).isEqualTo(CommitteeStatus.IN_OFFICE);
    }

    @Test
    void oneThatIsRegisteredBeforeItsFirstDayHasNotBegunAndKeepsItsAreaAllTheSame() {
        CommitteeView committee =
                registered(world.today().plusDays(40), world.today().plusYears(4));

        assertThat(committee.status()).isEqualTo(CommitteeStatus.NOT_BEGUN);
        assertThat(names("NOT_BEGUN")).containsExactly(committee.name());
        assertThat(names("IN_OFFICE")).isEmpty();
        assertThat(committees.inOfficeFor(committee.area())).isPresent();
        on(world.today().plusDays(40), () -> assertThat(names("IN_OFFICE")).containsExactly(committee.name()));
    }

    @Test
    void theFirstAndTheLastDayOfATermBelongToIt() {
        CommitteeView committee =
                registered(world.today().plusDays(1), world.today().plusDays(400));

        on(world.today().plusDays(1), () -> assertThat(status(committee)).isEqualTo(CommitteeStatus.IN_OFFICE));
        on(world.today().plusDays(400), () -> assertThat(status(committee)).isEqualTo(CommitteeStatus.IN_OFFICE));
        on(world.today().plusDays(401), () -> assertThat(status(committee)).isEqualTo(CommitteeStatus.EXPIRED));
    }

    @Test
    void termsAreComparedWhereThereIsSomethingToCompareAndOnlyThere() {
        LocalDate end = world.today().plusYears(1);
        CommitteeView committee = registered(world.today().minusYears(3), end);
        String contact =
                submitted(committee, Map.of("items", "CONTACT", "contactName", "赵敏", "contactMobile", "13900005555"));
        assertThat(findings(contact)).noneMatch(line -> line.contains("任期"));
        decide(contact);

        String term = submitted(committee, term(3, end.plusDays(1), end.plusYears(4)));
        assertThat(findings(term))
                .anyMatch(line -> line.startsWith("通过：任期与原来的各届不重叠：第 2 届"))
                .anyMatch(line -> line.contains("任期从 " + end.plusDays(1) + " 才开始，在那以前仍是第 2 届"));

        Map<String, String> formal = new LinkedHashMap<>(
                term(1, world.today().minusDays(3), world.today().plusYears(3)));
        formal.put("items", "FORMALISE");
        formal.put("name", "筹备里业主委员会");
        String formalised = submitted(world.preparatoryGroup("筹备里"), formal);
        assertThat(findings(formalised)).noneMatch(line -> line.contains("不重叠"));
    }

    private CommitteeView registered(LocalDate start, LocalDate end) {
        return registrations.approved(CommitteeForms.formal(world.area("届次花园"), "届次花园业主委员会", start, end));
    }

    private static Map<String, String> term(int number, LocalDate start, LocalDate end) {
        return Map.of(
                "items", "NEW_TERM",
                "termNumber", Integer.toString(number),
                "termStart", start.toString(),
                "termEnd", end.toString(),
                "filingNumber", "备 2026-003");
    }

    private String changed(CommitteeView committee, Map<String, String> change) {
        String number = submitted(committee, change);
        decide(number);
        return number;
    }

    private String submitted(CommitteeView committee, Map<String, String> change) {
        Map<String, String> form = new LinkedHashMap<>(change);
        form.put("reason", "业主大会决定");
        CurrentUser person = person(committee);
        var filled = pages.post("/my/committee/change", person, form);
        assertThat(filled).hasStatus3xxRedirection();
        pages.post(filled.getResponse().getRedirectedUrl(), person, Map.of());
        return jdbc.sql("SELECT number FROM application WHERE kind = 'COMMITTEE_CHANGE' AND subject_id = :id"
                        + " AND status = 'PENDING'")
                .param("id", committee.id().value())
                .query(String.class)
                .single();
    }

    private void decide(String number) {
        String path = "/committees/changes/reviews/" + number;
        String version =
                pages.open(path, world.clerk()).select("input[name=version]").val();
        assertThat(pages.post(path, world.clerk(), Map.of("result", "APPROVE", "version", version)))
                .hasStatus3xxRedirection();
    }

    private List<String> findings(String number) {
        return pages.open("/committees/changes/reviews/" + number, world.clerk())
                .select(".findings li")
                .eachText();
    }

    private List<String> names(String status) {
        return pages.open("/committees?status=" + status, world.clerk())
                .select("td.card-title strong")
                .eachText();
    }

    private CommitteeStatus status(CommitteeView committee) {
        return committees.get(committee.id()).status();
    }

    private CurrentUser person(CommitteeView committee) {
        return SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
    }

    private void on(LocalDate day, Runnable work) {
        clock.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }
}
