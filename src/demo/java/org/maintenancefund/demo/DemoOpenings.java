package org.maintenancefund.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.billing.start.StartService;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.stereotype.Component;

/**
 * Brings a community of the demo city to where its fund is collected: its committee, who manages it, 收取授权, 房屋底册, 期初余额, 专户, 开通, each
 * by who does it and some days after the one before.
 */
@Component
class DemoOpenings {

    private final AreaRegister register;
    private final PropertyAreas areas;
    private final Districts districts;
    private final DemoRegistrations registrations;
    private final DemoReview review;
    private final Committees committees;
    private final Operators operators;
    private final DemoApplications associations;
    private final DemoMandates mandates;
    private final DemoUnits units;
    private final DemoFundAccounts accounts;
    private final StartService starts;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoOpenings(
            AreaRegister register,
            PropertyAreas areas,
            Districts districts,
            DemoRegistrations registrations,
            DemoReview review,
            Committees committees,
            Operators operators,
            DemoApplications associations,
            DemoMandates mandates,
            DemoUnits units,
            DemoFundAccounts accounts,
            StartService starts,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock) {
        this.register = register;
        this.areas = areas;
        this.districts = districts;
        this.registrations = registrations;
        this.review = review;
        this.committees = committees;
        this.operators = operators;
        this.associations = associations;
        this.mandates = mandates;
        this.units = units;
        this.accounts = accounts;
        this.starts = starts;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    /** @param units in the order of the plan */
    record Opened(AreaId area, List<UnitId> units) {}

    Opened open(DemoCommunity plan) {
        CurrentUser clerk = people.named("demo-district");
        AreaView area = entered(plan);
        CommitteeView committee = committee(plan, area, clerk);
        CurrentUser applicant = applicant(plan, committee);
        LocalDate contract = plan.day(2, 1);
        ApplicationNumber managing = associations.submitted(
                committee, applicant, plan.company(), plan.office(), contract, days.on(contract.minusDays(9), 10, 10));
        associations.approved(managing, clerk, days.on(contract.minusDays(5), 15, 0));
        ApplicationNumber mandate = mandates.submitted(
                committee, applicant, plan.day(1, 1), plan.mandateTo(), days.on(plan.day(2, 6), 9, 20));
        mandates.approved(mandate, clerk, days.on(plan.day(2, 9), 14, 40));
        List<UnitId> registered = units.registered(plan, area);
        units.balances(plan, area, registered, clerk);
        accounts.keeps(area.id(), YearMonth.from(plan.day(1, 1)), days.on(plan.day(1, 16), 10, 30));
        clock.at(days.on(plan.day(1, 20), 9, 0), () -> starts.open(area.id(), plan.first(), true, plan.maker()));
        return new Opened(area.id(), registered);
    }

    private AreaView entered(DemoCommunity plan) {
        DistrictCentre district = districts.byCode("DH").orElseThrow();
        Street street = district.streets().get(1);
        List<Building> buildings = buildings(plan);
        AreaId id = register.enter(new NewArea(
                plan.name(),
                List.of(),
                street.id(),
                "柳堤第二社区",
                "柳堤路 " + plan.house() + " 号",
                List.of("DH-0902-%04d".formatted(plan.house())),
                AreaType.RESIDENTIAL,
                FloorAreas.residential(squareMetres(plan.units())),
                buildings.size(),
                plan.units().size(),
                2016,
                null));
        register.changeBuildings(id, buildings);
        return areas.get(id);
    }

    private static List<Building> buildings(DemoCommunity plan) {
        Map<String, List<NewUnit>> byName = plan.units().stream()
                .collect(Collectors.groupingBy(unit -> unit.place().building()));
        return byName.entrySet().stream()
                .sorted((a, b) -> Integer.compare(number(a.getKey()), number(b.getKey())))
                .map(building -> new Building(
                        building.getKey(),
                        plan.storeys(),
                        plan.entrances(),
                        building.getValue().size(),
                        squareMetres(building.getValue())))
                .toList();
    }

    private static int number(String building) {
        return Integer.parseInt(building.replace(" 栋", ""));
    }

    private static BigDecimal squareMetres(List<NewUnit> units) {
        return units.stream().map(unit -> unit.facts().floorArea().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private CommitteeView committee(DemoCommunity plan, AreaView area, CurrentUser clerk) {
        LocalDate term = plan.day(8, 1);
        CommitteeForm form = registrations.withTerm(
                registrations.formal(area, false, term),
                "1",
                term,
                "云住建备〔" + term.getYear() + "〕" + (800 + plan.house()) + "号");
        var submitted = registrations.submitted(form, days.on(plan.day(7, 3), 9, 30));
        review.approve(submitted, "", clerk, days.on(plan.day(7, 6), 11, 0));
        review.notify(submitted, clerk, days.on(plan.day(7, 6), 11, 20));
        return committees.inOfficeFor(area.id()).orElseThrow();
    }

    private CurrentUser applicant(DemoCommunity plan, CommitteeView committee) {
        if (plan.committee() == null) {
            people.waiting(
                    committee.id().ref(), Role.COMMITTEE_OPERATOR, committee.contactName(), committee.contactMobile());
        } else {
            people.activated(new NewOperator(
                    committee.id().ref(),
                    Role.COMMITTEE_OPERATOR,
                    committee.contactName(),
                    committee.contactMobile(),
                    plan.committee()));
        }
        return people.named(operators.of(committee.id().ref()).get(0).username());
    }
}
