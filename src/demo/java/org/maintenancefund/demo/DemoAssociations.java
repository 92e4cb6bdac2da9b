package org.maintenancefund.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;

/**
 * Effective associations, one that has ended, and a queue with work of different age. The committee of {@code demo-committee} has none yet: that
 * is left for who tries it.
 */
@Component
class DemoAssociations implements DemoStep {

    private final DemoApplications applications;
    private final Operators operators;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Offices offices;
    private final Districts districts;
    private final Clock clock;

    DemoAssociations(
            DemoApplications applications,
            Operators operators,
            Committees committees,
            PropertyAreas areas,
            Offices offices,
            Districts districts,
            Clock clock) {
        this.applications = applications;
        this.operators = operators;
        this.committees = committees;
        this.areas = areas;
        this.offices = offices;
        this.districts = districts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void load() {
        load(districts.byCode("DH").orElseThrow(), "demo-district");
        load(districts.byCode("XL").orElseThrow(), "demo-district2");
    }

    private void load(DistrictCentre district, String clerkName) {
        CurrentUser clerk = person(operator(clerkName), district.centreName(), district);
        List<CommitteeView> applicants = committeesWithPeople(district);
        for (int i = 0; i < applicants.size(); i++) {
            CurrentUser applicant = person(
                    operators.of(applicants.get(i).id().ref()).get(0),
                    applicants.get(i).name(),
                    district);
            apply(i, applicants.get(i), applicant, clerk);
        }
    }

    /**
     * The first five are approved, then there is one returned, the rest wait; the youngest came today. Of the approved ones one has
     * ended, and the end of another one is applied for.
     */
    private void apply(int i, CommitteeView committee, CurrentUser applicant, CurrentUser clerk) {
        OfficeView office = offices.get(OfficeId.of(operator("demo-office").organisation()));
        EnterpriseId company = EnterpriseId.of(operator("demo-enterprise").organisation());
        boolean byCompany = i % 2 == 0;
        LocalDate start = today().minusMonths(2L + i);
        Instant submitted = i < 6
                ? daysAgo(14 - i)
                : i < 9 ? daysAgo(2 * (9 - i)) : clock.instant().minusSeconds(120);
        ApplicationNumber number = byCompany
                ? applications.submitted(committee, applicant, company, null, start, submitted)
                : applications.submitted(committee, applicant, office.enterprise(), office.id(), start, submitted);
        if (i < 5) {
            applications.approved(number, clerk, daysAgo(12 - i));
        } else if (i == 5) {
            applications.returned(number, clerk, daysAgo(7));
        }
        if (i == 2) {
            applications.endingSubmitted(committee, applicant, today().plusMonths(2), daysAgo(1));
        } else if (i == 4) {
            ApplicationNumber ending =
                    applications.endingSubmitted(committee, applicant, today().minusDays(3), daysAgo(6));
            applications.endingApproved(ending, clerk, daysAgo(2));
        }
    }

    private List<CommitteeView> committeesWithPeople(DistrictCentre district) {
        OrgRef left = operator("demo-committee").organisation();
        List<AreaView> all = new ArrayList<>();
        AreaSearch search = AreaSearch.of("").in(district.id());
        for (Slice<AreaView> page = areas.search(search); ; page = areas.search(search.page(page.next(), null))) {
            all.addAll(page.items());
            if (page.next() == null) {
                break;
            }
        }
        Map<AreaId, CommitteeView> inOffice =
                committees.inOfficeFor(all.stream().map(AreaView::id).toList());
        return all.stream()
                .filter(area -> inOffice.containsKey(area.id()))
                .sorted(Comparator.comparing(AreaView::code))
                .map(area -> inOffice.get(area.id()))
                .filter(committee -> !committee.id().ref().equals(left))
                .filter(committee -> !operators.of(committee.id().ref()).isEmpty())
                .limit(11)
                .toList();
    }

    private OperatorView operator(String username) {
        return operators.findByUsername(username).orElseThrow();
    }

    private static CurrentUser person(OperatorView operator, String organisation, DistrictCentre district) {
        return new CurrentUser(
                operator.id(),
                operator.username(),
                operator.personName(),
                operator.role(),
                operator.organisation(),
                organisation,
                district.id(),
                false);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant daysAgo(int days) {
        return today().minusDays(days).atTime(10, 30).atZone(clock.getZone()).toInstant();
    }
}
