package org.maintenancefund.billing.mandate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An area whose office of a company manages it for two years from today on, and what tests ask of its mandates. */
abstract class MandatedArea {

    @Autowired
    World world;

    @Autowired
    AMandate aMandate;

    @Autowired
    Associations associations;

    @Autowired
    NamedMandates mandates;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    AreaId area;
    CommitteeView committee;
    EnterpriseId company;
    OfficeId office;
    CurrentUser ofCommittee;
    CurrentUser ofCompany;
    CurrentUser ofOffice;
    LocalDate end;

    /** With the name as part of every other. */
    void managed(String name) {
        area = world.area(name);
        committee = world.committee(area, name + "业主委员会");
        company = world.company("云州" + name + "物业有限公司");
        office = world.office(name + "管理处", company);
        ofCommittee = world.personOf(committee);
        ofCompany = world.personOf(company);
        ofOffice = world.personOf(office);
        end = day(730);
        world.association(committee, company, office, world.today(), end);
    }

    LocalDate day(int days) {
        return world.today().plusDays(days);
    }

    AssociationView right() {
        return associations.effectiveFor(area).orElseThrow();
    }

    void mandate(int from, int to) {
        world.mandate(committee, day(from), day(to));
    }

    /** Of the area, the first to begin first, those that never began too: {@code 0 to 100}, with why they end. */
    List<String> periods() {
        return periods(area);
    }

    List<String> periods(AreaId of) {
        return mandates.of(of).stream()
                .map(NamedMandates.NamedMandate::mandate)
                .sorted(Comparator.comparing(Mandate::validFrom))
                .map(this::words)
                .toList();
    }

    private String words(Mandate mandate) {
        String days = days(mandate.validFrom()) + " to " + days(mandate.validTo());
        return mandate.endReason() == null ? days : days + " " + mandate.endReason();
    }

    private long days(LocalDate day) {
        return world.today().until(day, ChronoUnit.DAYS);
    }

    void on(int days, Runnable work) {
        clock.at(day(days).atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }
}
