package org.maintenancefund.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.application.Applications;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.stereotype.Component;

/** Committees in every state, and a queue with work of different age, by the steps people take. */
@Component
class DemoCommittees implements DemoStep {

    private final DemoRegistrations registrations;
    private final DemoReview review;
    private final Applications applications;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Districts districts;
    private final DemoDays days;
    private final DemoPeople people;

    DemoCommittees(
            DemoRegistrations registrations,
            DemoReview review,
            Applications applications,
            Committees committees,
            PropertyAreas areas,
            Districts districts,
            DemoDays days,
            DemoPeople people) {
        this.registrations = registrations;
        this.review = review;
        this.applications = applications;
        this.committees = committees;
        this.areas = areas;
        this.districts = districts;
        this.days = days;
        this.people = people;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void load() {
        load(districts.byCode("DH").orElseThrow(), "demo-district", true);
        load(districts.byCode("XL").orElseThrow(), "demo-district2", false);
        applications.lapseUntouched();
    }

    private void load(DistrictCentre district, String clerkName, boolean large) {
        CurrentUser clerk = people.named(clerkName);
        Deque<AreaView> free = freeAreas(district, large ? 60 : 30);
        if (large) {
            demoCommittee(free.pop(), clerk);
        }
        for (int i = 0; i < (large ? 10 : 3); i++) {
            inOffice(free.pop(), clerk, 20 + i * 9, i % 3 == 0);
        }
        expired(free.pop(), clerk);
        for (int i = 0; i < (large ? 3 : 1); i++) {
            withoutUsers(free.pop(), clerk, 3 + i);
        }
        for (int waited : large ? new int[] {8, 6, 5, 4, 3, 2, 1, 0, 0} : new int[] {4, 1}) {
            registrations.submitted(anyForm(free.pop(), waited), days.workingDaysAgo(waited, 9, 12 + waited));
        }
        resubmitted(free.pop(), clerk);
        for (int i = 0; i < (large ? 3 : 1); i++) {
            returned(free.pop(), clerk, 2 + i * 2);
        }
        var refused = registrations.submitted(anyForm(free.pop(), 1), days.workingDaysAgo(12, 10, 5));
        review.refuse(refused, "申请人不是该小区业主，且未能提供委托材料。", clerk, days.workingDaysAgo(11, 15, 0));
        review.notify(refused, clerk, days.workingDaysAgo(11, 15, 20));
        var withdrawn = registrations.submitted(anyForm(free.pop(), 0), days.workingDaysAgo(7, 16, 40));
        review.withdraw(withdrawn, days.workingDaysAgo(6, 9, 20));
        var lapsing = registrations.submitted(anyForm(free.pop(), 0), days.daysAgo(130));
        review.sendBack(lapsing, "附件缺失或看不清", "请补交备案证明。", clerk, days.daysAgo(125));
    }

    /** The committee of {@code demo-committee}, with a second person who has not signed in yet. */
    private void demoCommittee(AreaView area, CurrentUser clerk) {
        CommitteeView committee = inOffice(area, clerk, 40, false);
        people.activated(new NewOperator(
                committee.id().ref(),
                Role.COMMITTEE_OPERATOR,
                committee.contactName(),
                committee.contactMobile(),
                "demo-committee"));
        people.waiting(committee.id().ref(), Role.COMMITTEE_OPERATOR, "孟晓玲", new MobileNumber("13900000302"));
    }

    private CommitteeView inOffice(AreaView area, CurrentUser clerk, int daysAgo, boolean preparatory) {
        CommitteeForm form = preparatory
                ? registrations.preparatory(area, divided(area))
                : registrations.formal(area, divided(area), days.today().minusMonths(3L + daysAgo % 30));
        var submitted = registrations.submitted(form, days.daysAgo(daysAgo + 3));
        review.approve(submitted, "", clerk, days.daysAgo(daysAgo));
        review.notify(submitted, clerk, days.daysAgo(daysAgo).plusSeconds(1800));
        CommitteeView committee = committees.inOfficeFor(area.id()).orElseThrow();
        if (daysAgo != 40) {
            for (int i = 0; i < 2; i++) {
                people.waiting(
                        committee.id().ref(),
                        Role.COMMITTEE_OPERATOR,
                        registrations.nextName(),
                        new MobileNumber(registrations.mobile()));
            }
        }
        return committee;
    }

    private void expired(AreaView area, CurrentUser clerk) {
        CommitteeForm form = registrations.formal(
                area, divided(area), days.today().minusYears(5).minusDays(20));
        var submitted = registrations.submitted(form, days.daysAgo(1700));
        review.approve(submitted, "", clerk, days.daysAgo(1695));
        review.notify(submitted, clerk, days.daysAgo(1695));
    }

    private void withoutUsers(AreaView area, CurrentUser clerk, int workingDaysAgo) {
        var submitted =
                registrations.submitted(anyForm(area, workingDaysAgo), days.workingDaysAgo(workingDaysAgo, 9, 5));
        review.approve(submitted, "", clerk, days.workingDaysAgo(workingDaysAgo - 1, 14, 0));
    }

    private void returned(AreaView area, CurrentUser clerk, int workingDaysAgo) {
        var submitted =
                registrations.submitted(anyForm(area, workingDaysAgo), days.workingDaysAgo(workingDaysAgo, 11, 0));
        review.sendBack(
                submitted,
                "附件缺失或看不清",
                "备案证明照片看不清，请在光线好的地方重新拍照上传。",
                clerk,
                days.workingDaysAgo(workingDaysAgo - 1, 10, 30));
    }

    private void resubmitted(AreaView area, CurrentUser clerk) {
        CommitteeForm form =
                registrations.formal(area, divided(area), days.today().minusMonths(5));
        var submitted = registrations.submitted(form, days.workingDaysAgo(6, 10, 6));
        review.sendBack(submitted, "任期与备案证明不一致", "备案证明上的起始日期早一个月，请按备案证明填写。", clerk, days.workingDaysAgo(4, 14, 20));
        review.notify(submitted, clerk, days.workingDaysAgo(4, 14, 40));
        LocalDate start = days.today().minusMonths(6);
        CommitteeForm revised = registrations.withTerm(
                form, String.valueOf(form.termNumber()), start, String.valueOf(form.filingNumber()));
        registrations.resubmitted(submitted, revised, days.workingDaysAgo(2, 9, 42));
    }

    private CommitteeForm anyForm(AreaView area, int number) {
        return number % 3 == 1
                ? registrations.preparatory(area, divided(area))
                : registrations.formal(area, divided(area), days.today().minusMonths(2L + number));
    }

    private boolean divided(AreaView area) {
        return !areas.siblings(area).isEmpty();
    }

    /** Areas for the demo's committees; those called 和谐 are left for who tries the registration. */
    private Deque<AreaView> freeAreas(DistrictCentre district, int wanted) {
        List<AreaView> found = new ArrayList<>();
        AreaSearch search = AreaSearch.of("号").in(district.id());
        for (Slice<AreaView> page = areas.search(search); found.size() < wanted; ) {
            page.items().stream().filter(area -> !area.name().contains("和谐")).forEach(found::add);
            if (page.next() == null) {
                break;
            }
            page = areas.search(search.page(page.next(), null));
        }
        return new ArrayDeque<>(found);
    }
}
