package org.maintenancefund.enterprise.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.PeopleTable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.EnterpriseTables;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 物业服务企业查询: the list, the same list as a spreadsheet, and the page of a company. */
@Controller
@RequestMapping(EnterpriseController.PATH)
class EnterpriseController extends ListController<EnterpriseController.Line> {

    static final String PATH = "/enterprises";

    private final Enterprises enterprises;
    private final Districts districts;
    private final EnterprisePages pages;
    private final PeopleTable people;
    private final ObjectProvider<EnterpriseTables> tables;
    private final AuditHistory history;
    private final AuditTrail trail;
    private final Clock clock;

    EnterpriseController(
            Enterprises enterprises,
            Districts districts,
            EnterprisePages pages,
            PeopleTable people,
            ObjectProvider<EnterpriseTables> tables,
            AuditHistory history,
            AuditTrail trail,
            Exports exports,
            Clock clock) {
        super(exports, "enterprise/list", "enterprise.register.name");
        this.enterprises = enterprises;
        this.districts = districts;
        this.pages = pages;
        this.people = people;
        this.tables = tables;
        this.history = history;
        this.trail = trail;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(EnterpriseCard card, String district) {

        public EnterpriseView company() {
            return card.view();
        }
    }

    @Override
    protected ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("q");
        Conditions where = new Conditions()
                .equal(
                        "district_id",
                        districts
                                .seenBy(user)
                                .limit(filter)
                                .map(centre -> centre.id().value()))
                .equal("qualification", filter.one("qualification", Qualification.class))
                .constant("state", filter.one("state", EnterpriseState.class));
        return new ListPage<>(
                filter,
                enterprises
                        .list(text, where)
                        .map(found -> found.stream()
                                .map(card -> new Line(card, pages.district(card.view())))
                                .toList()));
    }

    @Override
    protected List<SheetColumn<Line>> columns() {
        return List.of(
                SheetColumn.of("enterprise.field.name", line -> line.card().name()),
                SheetColumn.of(
                        "enterprise.field.creditCode", line -> line.company().creditCode()),
                SheetColumn.of(
                        "enterprise.field.legalRepresentative",
                        line -> line.card().legalRepresentative()),
                SheetColumn.of(
                        "enterprise.field.registeredAddress",
                        line -> line.card().registeredAddress()),
                SheetColumn.of(
                        "enterprise.field.officeAddress", line -> line.card().officeAddress()),
                SheetColumn.of("enterprise.field.district", Line::district),
                SheetColumn.of(
                        "enterprise.field.contactName", line -> line.company().contactName()),
                SheetColumn.of(
                        "enterprise.field.contactMobile",
                        line -> line.company().contactMobile().masked()),
                SheetColumn.of("enterprise.field.phone", line -> line.card().phone()),
                SheetColumn.of("enterprise.field.email", line -> line.card().email()),
                SheetColumn.of(
                        "enterprise.field.qualification",
                        line -> line.company().qualification().label()),
                SheetColumn.of(
                        "enterprise.field.state", line -> line.company().state().label()),
                SheetColumn.of(
                        "enterprise.field.createdAt",
                        line -> LocalDate.ofInstant(line.card().createdAt(), clock.getZone())));
    }

    /** The page of a company: what is on record, its people, offices and areas, and what happened to it. */
    @GetMapping("/{id}")
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
        model.addAttribute("suspension", pages.suspension(id));
        model.addAttribute("tables", parts);
        model.addAttribute("history", history.of("enterprise", id));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(card.name())));
        return "enterprise/show";
    }
}
