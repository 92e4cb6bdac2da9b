package org.maintenancefund.bank.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;

/**
 * An import as pages show it.
 *
 * @param lines   of the file
 * @param known   how many of them were kept before
 * @param income  of those that are new
 * @param expense of those that are new
 * @param opening of the account before the first that is new
 */
public record StatementImportView(
        UUID id,
        FundAccountId account,
        String accountNamed,
        String template,
        String filename,
        StatementState state,
        int lines,
        int known,
        Money income,
        Money expense,
        LocalDate firstDay,
        LocalDate lastDay,
        Money opening,
        Money closing,
        String unusedRows,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    static final String SELECT =
            "SELECT i.id, i.account_id, a.bank, a.number, t.name AS template, t.edition, i.filename, i.state,"
                    + " i.line_count, i.known_count, i.income, i.expense, i.first_day, i.last_day, i.opening, i.closing, i.unused_rows,"
                    + " i.uploaded_at, i.uploaded_by_name, i.decided_at, i.decided_by_name FROM bank_import i"
                    + " JOIN named_fund_account a ON a.id = i.account_id JOIN statement_template t ON t.id = i.template_id";

    static StatementImportView read(ResultSet row, int number) throws SQLException {
        java.sql.Timestamp decided = row.getTimestamp("decided_at");
        return new StatementImportView(
                row.getObject("id", UUID.class),
                new FundAccountId(row.getObject("account_id", UUID.class)),
                AccountWords.named(row.getString("bank"), row.getString("number")),
                row.getString("template") + (row.getInt("edition") == 1 ? "" : " v" + row.getInt("edition")),
                row.getString("filename"),
                StatementState.valueOf(row.getString("state")),
                row.getInt("line_count"),
                row.getInt("known_count"),
                new Money(row.getLong("income")),
                new Money(row.getLong("expense")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                new Money(row.getLong("opening")),
                new Money(row.getLong("closing")),
                row.getString("unused_rows"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by_name"));
    }

    /** How many are new. */
    public int fresh() {
        return lines - known;
    }

    /** Who confirmed it or gave it up. */
    String decider() {
        return Objects.requireNonNullElse(decidedBy, "");
    }
}
