package org.maintenancefund.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a company and of an office have in common: the people, what other modules show, what happened to it. */
@Component
@RequiredArgsConstructor
public class OrganisationPage {

    private final Operators operators;
    private final AuditHistory history;
    private final AuditTrail trail;
    private final ObjectProvider<OrganisationTables> more;

    /**
     * Fills the page.
     *
     * @param own what the record's own module shows, behind the others
     * @return whether the reader works with the record and sees whole numbers, which the trail keeps
     */
    public boolean show(OrgRef record, String name, List<RecordTable> own, CurrentUser reader, Model model) {
        String type = record.type().name();
        String subject = type.toLowerCase(Locale.ROOT);
        boolean full = reader.is(Role.DISTRICT_STAFF);
        if (full) {
            trail.recordOnItsOwn(AuditEvent.of(type + "_VIEWED").on(subject, record.id(), name));
        }
        List<RecordTable> tables = new ArrayList<>();
        tables.add(people(record));
        more.orderedStream().forEach(part -> tables.addAll(part.tables(record, reader)));
        tables.addAll(own);
        model.addAttribute("tables", tables);
        model.addAttribute("history", history.of(subject, record.id()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(name)));
        return full;
    }

    /** Everybody who ever had an account, in the order of the accounts; mobiles masked. Who may see the record may see them. */
    private RecordTable people(OrgRef organisation) {
        List<Row> rows = operators.of(organisation).stream().map(this::row).toList();
        return RecordTable.of("account.people", rows, rows.size());
    }

    private Row row(OperatorView person) {
        return Row.of(
                Cell.of(person.personName()).to("/operators/" + person.id()),
                Cell.of(person.username()),
                Cell.of(person.mobile().masked()),
                Cell.of(person.passwordSource().label()),
                Cell.of(
                        person.lastSignInAt() == null
                                ? Messages.of("account.people.never-signed-in")
                                : Times.minute(person.lastSignInAt())),
                Cell.tag(person.state().tag(), person.state().label()));
    }
}
