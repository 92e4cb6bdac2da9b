package org.maintenancefund.enterprise.web;

import java.util.List;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.PeopleTable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseTables;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.RecordTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a company: what is on record, its people, offices and areas, and what happened to it. */
@Controller
class EnterpriseController {

    private final Enterprises enterprises;
    private final EnterprisePages pages;
    private final PeopleTable people;
    private final ObjectProvider<EnterpriseTables> tables;
    private final Organisations organisations;
    private final AuditHistory history;
    private final AuditTrail trail;

    EnterpriseController(
            Enterprises enterprises,
            EnterprisePages pages,
            PeopleTable people,
            ObjectProvider<EnterpriseTables> tables,
            Organisations organisations,
            AuditHistory history,
            AuditTrail trail) {
        this.enterprises = enterprises;
        this.pages = pages;
        this.people = people;
        this.tables = tables;
        this.organisations = organisations;
        this.history = history;
        this.trail = trail;
    }

    @GetMapping(EnterpriseListController.PATH + "/{id}")
    String show(@PathVariable EnterpriseId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        EnterpriseCard card = enterprises.get(id, user);
        boolean full = user.is(Role.DISTRICT_STAFF);
        if (full) {
            trail.recordOnItsOwn(AuditEvent.of("ENTERPRISE_VIEWED").on("enterprise", id, card.name()));
        }
        List<RecordTable> parts = Stream.concat(
                        Stream.of(people.of(id.ref())),
                        tables.orderedStream().flatMap(part -> part.tables(id, user).stream()))
                .toList();
        model.addAttribute("company", card.view());
        model.addAttribute("district", pages.district(card.view()));
        model.addAttribute("keeps", Page.ENTERPRISE_STANDING.isOpenTo(user.role()));
        model.addAttribute("rows", pages.rows(card, full));
        model.addAttribute(
                "suspension",
                organisations.suspension(id.ref()).map(pages::suspension).orElse(null));
        model.addAttribute("tables", parts);
        model.addAttribute("history", history.of("enterprise", id));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(card.name())));
        return "enterprise/show";
    }
}
