package org.maintenancefund.account;

import java.util.List;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.stereotype.Component;

/** The people of an organisation on the page of its record. */
@Component
public class PeopleTable {

    private final Operators operators;

    PeopleTable(Operators operators) {
        this.operators = operators;
    }

    /** Everybody who ever had an account, in the order of the accounts; mobiles masked. Who may see the record may see them. */
    public RecordTable of(OrgRef organisation) {
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
