package org.maintenancefund.committee.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.DemoAccounts;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeTerms;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.review.Applicants;
import org.maintenancefund.review.Applications;
import org.maintenancefund.review.ReviewAction;
import org.springframework.stereotype.Component;

/** Committees in every state, and a queue with work of different age, by the steps people take. */
@Component
class DemoCommittees implements DemoStep {

    private final DemoRegistrations registrations;
    private final Applicants applicants;
    private final Applications applications;
    private final CommitteeTerms terms;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Districts districts;
    private final WorkingDays workingDays;
    private final Operators operators;
    private final DemoAccounts accounts;
    private final Clock clock;

    DemoCommittees(
            DemoRegistrations registrations,
            Applicants applicants,
            Applications applications,
            CommitteeTerms terms,
            Committees committees,
            PropertyAreas areas,
            Districts districts,
            WorkingDays workingDays,
            Operators operators,
            DemoAccounts accounts,
            Clock clock) {
        this.registrations = registrations;
        this.applicants = applicants;
        this.applications = applications;
        this.terms = terms;
        this.committees = committees;
        this.areas = areas;
        this.districts = districts;
        this.workingDays = workingDays;
        this.operators = operators;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void load() {
        load(districts.byCode("DH").orElseThrow(), "demo-district", true);
        load(districts.byCode("XL").orElseThrow(), "demo-district2", false);
        terms.markExpired();
        applications.lapseUntouched();
    }

    private void load(DistrictCentre district, String clerkName, boolean large) {
        CurrentUser clerk = registrations.clerk(clerkName, district);
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
            registrations.submitted(free.peek(), anyForm(free.pop(), waited), workingDaysAgo(waited, 9, 12 + waited));
        }
        resubmitted(free.pop(), clerk);
        for (int i = 0; i < (large ? 3 : 1); i++) {
            returned(free.pop(), clerk, 2 + i * 2);
        }
        var refused = registrations.submitted(free.peek(), anyForm(free.pop(), 1), workingDaysAgo(12, 10, 5));
        registrations.decided(
                refused, ReviewAction.REFUSE, List.of(), "申请人不是该小区业主，且未能提供委托材料。", clerk, workingDaysAgo(11, 15, 0));
        registrations.told(refused, clerk, workingDaysAgo(11, 15, 20));
        var withdrawn = registrations.submitted(free.peek(), anyForm(free.pop(), 0), workingDaysAgo(7, 16, 40));
        applicants.withdraw(withdrawn.number());
        var lapsing = registrations.submitted(free.peek(), anyForm(free.pop(), 0), daysAgo(130));
        registrations.decided(lapsing, ReviewAction.RETURN, List.of("附件缺失或看不清"), "请补交备案证明。", clerk, daysAgo(125));
    }

    /** The committee of {@code demo-committee}, with a second person who has not signed in yet. */
    private void demoCommittee(AreaView area, CurrentUser clerk) {
        CommitteeView committee = inOffice(area, clerk, 40, false);
        accounts.activated(new NewOperator(
                committee.id().ref(),
                Role.COMMITTEE_OPERATOR,
                committee.contactName(),
                committee.contactMobile(),
                "demo-committee"));
        operators.create(new NewOperator(
                committee.id().ref(),
                Role.COMMITTEE_OPERATOR,
                "李建党",
                MobileNumber.parse("13900000302").value(),
                "mengxl"));
    }

    private CommitteeView inOffice(AreaView area, CurrentUser clerk, int daysAgo, boolean preparatory) {
        CommitteeForm form = preparatory
                ? registrations.preparatory(area, divided(area))
                : registrations.formal(area, divided(area), today().minusMonths(3L + daysAgo % 30));
        var submitted = registrations.submitted(area, form, daysAgo(daysAgo + 3));
        registrations.decided(submitted, ReviewAction.APPROVE, List.of(), "", clerk, daysAgo(daysAgo));
        registrations.told(submitted, clerk, daysAgo(daysAgo).plusSeconds(1800));
        CommitteeView committee = committees.inOfficeFor(area.id()).orElseThrow();
        if (daysAgo != 40) {
            for (int i = 0; i < 2; i++) {
                operators.create(new NewOperator(
                        committee.id().ref(),
                        Role.COMMITTEE_OPERATOR,
                        registrations.nextName(),
                        MobileNumber.parse(registrations.mobile()).value(),
                        "jb" + area.code().toLowerCase(Locale.ROOT).replace("-", "") + (char) ('a' + i)));
            }
        }
        return committee;
    }

    private void expired(AreaView area, CurrentUser clerk) {
        CommitteeForm form =
                registrations.formal(area, divided(area), today().minusYears(5).minusDays(20));
        var submitted = registrations.submitted(area, form, daysAgo(1700));
        registrations.decided(submitted, ReviewAction.APPROVE, List.of(), "", clerk, daysAgo(1695));
        registrations.told(submitted, clerk, daysAgo(1695));
    }

    private void withoutUsers(AreaView area, CurrentUser clerk, int workingDaysAgo) {
        var submitted =
                registrations.submitted(area, anyForm(area, workingDaysAgo), workingDaysAgo(workingDaysAgo, 9, 5));
        registrations.decided(
                submitted, ReviewAction.APPROVE, List.of(), "", clerk, workingDaysAgo(workingDaysAgo - 1, 14, 0));
    }

    private void returned(AreaView area, CurrentUser clerk, int workingDaysAgo) {
        var submitted =
                registrations.submitted(area, anyForm(area, workingDaysAgo), workingDaysAgo(workingDaysAgo, 11, 0));
        registrations.decided(
                submitted,
                ReviewAction.RETURN,
                List.of("附件缺失或看不清"),
                "备案证明照片看不清，请在光线好的地方重新拍照上传。",
                clerk,
                workingDaysAgo(workingDaysAgo - 1, 10, 30));
    }

    private void resubmitted(AreaView area, CurrentUser clerk) {
        CommitteeForm form = registrations.formal(area, divided(area), today().minusMonths(5));
        var submitted = registrations.submitted(area, form, workingDaysAgo(6, 10, 6));
        registrations.decided(
                submitted,
                ReviewAction.RETURN,
                List.of("任期与备案证明不一致"),
                "备案证明上的起始日期早一个月，请按备案证明填写。",
                clerk,
                workingDaysAgo(4, 14, 20));
        registrations.told(submitted, clerk, workingDaysAgo(4, 14, 40));
        LocalDate start = today().minusMonths(6);
        form.setTermStart(start.toString());
        form.setTermEnd(start.plusYears(5).minusDays(1).toString());
        registrations.resubmitted(submitted, form, applicants, workingDaysAgo(2, 9, 42));
    }

    private CommitteeForm anyForm(AreaView area, int number) {
        return number % 3 == 1
                ? registrations.preparatory(area, divided(area))
                : registrations.formal(area, divided(area), today().minusMonths(2L + number));
    }

    private boolean divided(AreaView area) {
        return !areas.siblings(area.id()).isEmpty();
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

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant daysAgo(int days) {
        return at(today().minusDays(days), 10, 0);
    }

    private Instant workingDaysAgo(int days, int hour, int minute) {
        LocalDate day = today();
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            left -= workingDays.isWorkingDay(day) ? 1 : 0;
        }
        Instant at = at(day, hour, minute);
        // Nothing happens in the future, also where the demo is started early in the morning.
        return at.isAfter(clock.instant()) ? clock.instant().minusSeconds(60) : at;
    }

    private Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(clock.getZone()).toInstant();
    }
}
