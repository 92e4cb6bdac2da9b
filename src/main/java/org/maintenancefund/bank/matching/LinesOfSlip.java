package org.maintenancefund.bank.matching;

import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.collection.remittance.SlipLines;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bank lines of a slip, as others see them who don't read statements. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class LinesOfSlip implements SlipLines {

    private final JdbcClient jdbc;

    @Override
    public List<Line> of(SlipId slip) {
        return jdbc.sql("SELECT l.day, x.amount, l.counterparty, right(l.counterparty_account, 4) AS ending"
                        + " FROM bank_line_slip x JOIN bank_line l ON l.id = x.line_id WHERE x.slip_id = :slip"
                        + " ORDER BY l.day, l.sequence")
                .param("slip", slip.value())
                .query((row, i) -> new Line(
                        row.getObject("day", LocalDate.class),
                        new Money(row.getLong("amount")),
                        row.getString("counterparty"),
                        row.getString("ending")))
                .list();
    }
}
