package org.maintenancefund.committee.change;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.demo.DemoCalls;
import org.maintenancefund.demo.DemoPeople;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.paging.Cursor;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;

/** Two preparatory groups that elected their committee: one is formal by now, the other waits for its review. */
@Component
class DemoCommitteeChanges implements DemoStep {

    private static final ApplicationKind KIND = CommitteeChangeDefinition.KIND;

    private final DemoPeople people;
    private final Operators operators;
    private final Districts districts;
    private final CommitteeRegister register;
    private final CommitteeRecords records;
    private final CommitteeChangeDefinition definition;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final DemoCalls calls;
    private final TravellingClock clock;

    DemoCommitteeChanges(
            DemoPeople people,
            Operators operators,
            Districts districts,
            CommitteeRegister register,
            CommitteeRecords records,
            CommitteeChangeDefinition definition,
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            DemoCalls calls,
            TravellingClock clock) {
        this.people = people;
        this.operators = operators;
        this.districts = districts;
        this.register = register;
        this.records = records;
        this.definition = definition;
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public void load() {
        List<CommitteeView> groups = register
                .list(
                        "",
                        register.today(Optional.of(CommitteeStatus.IN_OFFICE), Optional.empty())
                                .equal("attribute", Optional.of(CommitteeAttribute.PREPARATORY))
                                .equal(
                                        "district_id",
                                        districts
                                                .byCode("DH")
                                                .map(centre -> centre.id().value())))
                .page(Cursor.start())
                .items()
                .stream()
                .filter(group -> !operators.of(group.id().ref()).isEmpty())
                .limit(2)
                .toList();
        approve(submitted(groups.get(0), daysAgo(9)), daysAgo(7));
        submitted(groups.get(1), daysAgo(2));
    }

    private ApplicationNumber submitted(CommitteeView group, Instant at) {
        return clock.at(at, () -> {
            LocalDate start = LocalDate.now(clock).minusMonths(1);
            ChangeForm form = new ChangeForm(
                    group.id().toString(),
                    List.of(ChangeItem.FORMALISE.name()),
                    group.name().replaceFirst("筹备组$", ""),
                    "1",
                    start.toString(),
                    start.plusYears(5).minusDays(1).toString(),
                    "",
                    "",
                    "",
                    "",
                    "业主大会已选举产生业主委员会，并已备案。",
                    null);
            BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
            ChangeDetails details = definition
                    .read(form, records.get(group.id()), errors)
                    .orElseThrow(() -> new IllegalStateException("a demo change is not right: " + errors));
            CurrentUser applicant =
                    people.named(operators.of(group.id().ref()).get(0).username());
            Draft<ChangeForm> draft = drafts.start(DraftOwner.of(applicant), KIND, form);
            return submissions.submit(draft, details, applicant).number();
        });
    }

    private void approve(ApplicationNumber number, Instant at) {
        clock.at(at, () -> {
            CurrentUser clerk = people.named("demo-colleague");
            int version = applications.forReview(KIND, number, clerk).version();
            decisions.decide(KIND, number, new Decision(ReviewAction.APPROVE, version, List.of(), "", ""), clerk);
            calls.reached(number, clerk, at);
        });
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
