package org.maintenancefund.bank.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.bank.statement.StatementChecks.KnownLine;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines that an account has, as a statement is compared with them. */
@Component
@RequiredArgsConstructor
class KeptLines {

    private static final String SELECT =
            "SELECT l.sequence, l.file_row, l.day, l.\"time\", l.serial, l.amount, l.balance, l.counterparty,"
                    + " l.counterparty_account, l.text, l.twin FROM bank_line l WHERE l.account_id = :account";

    private final JdbcClient jdbc;

    StatementChecks.Account account(FundAccountView account) {
        KnownLine last = jdbc.sql(SELECT + " ORDER BY l.sequence DESC LIMIT 1")
                .param("account", account.id().value())
                .query(KeptLines::read)
                .optional()
                .orElse(null);
        return new StatementChecks.Account(account.number(), account.openingDay(), account.openingBalance(), last);
    }

    List<KnownLine> from(FundAccountId account, LocalDate first) {
        return jdbc.sql(SELECT + " AND l.day >= :first ORDER BY l.sequence")
                .param("account", account.value())
                .param("first", first)
                .query(KeptLines::read)
                .list();
    }

    private static KnownLine read(ResultSet row, int number) throws SQLException {
        return new KnownLine(
                row.getLong("sequence"),
                new StatementLine(
                        row.getInt("file_row"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("time", LocalTime.class),
                        row.getString("serial"),
                        new Money(row.getLong("amount")),
                        new Money(row.getLong("balance")),
                        row.getString("counterparty"),
                        row.getString("counterparty_account"),
                        row.getString("text"),
                        row.getInt("twin")));
    }
}
