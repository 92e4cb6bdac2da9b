package org.maintenancefund.office.web;

import java.util.List;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.PeopleTable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeTables;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.RecordTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of an office for staff: what is on record, its people and areas, and what happened to it. */
@Controller
class OfficeRecordController {

    private final Offices offices;
    private final Enterprises enterprises;
    private final OfficePages pages;
    private final PeopleTable people;
    private final ObjectProvider<OfficeTables> tables;
    private final AuditHistory history;
    private final AuditTrail trail;

    OfficeRecordController(
            Offices offices,
            Enterprises enterprises,
            OfficePages pages,
            PeopleTable people,
            ObjectProvider<OfficeTables> tables,
            AuditHistory history,
            AuditTrail trail) {
        this.offices = offices;
        this.enterprises = enterprises;
        this.pages = pages;
        this.people = people;
        this.tables = tables;
        this.history = history;
        this.trail = trail;
    }

    @GetMapping(OfficeRegisterController.PATH + "/{id}")
    String show(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OfficeView office = offices.get(id, user);
        EnterpriseView company = enterprises.get(office.enterprise());
        boolean full = user.is(Role.DISTRICT_STAFF);
        if (full) {
            trail.recordOnItsOwn(AuditEvent.of("OFFICE_VIEWED").on("office", id, office.name()));
        }
        List<RecordTable> parts = Stream.concat(
                        Stream.of(people.of(id.ref())),
                        tables.orderedStream().flatMap(part -> part.tables(id, user).stream()))
                .toList();
        model.addAttribute("office", office);
        model.addAttribute("company", company);
        model.addAttribute("companyOpen", user.sees(company.district()));
        model.addAttribute("rows", pages.record(office, full));
        model.addAttribute("lastChange", pages.lastChange(office));
        model.addAttribute("tables", parts);
        model.addAttribute("history", history.of("office", id));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(office.name())));
        return "office/record";
    }
}
