package org.maintenancefund.bank.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;

/**
 * A line as pages show it.
 *
 * @param sequence    its place in the chain of the account
 * @param slipNumbers that its text names
 */
public record BankLineView(
        UUID id,
        FundAccountId account,
        String accountNamed,
        long sequence,
        UUID importId,
        int fileRow,
        LocalDate day,
        @Nullable LocalTime time,
        @Nullable String serial,
        Money amount,
        Money balance,
        String counterparty,
        String counterpartyAccount,
        String text,
        List<String> slipNumbers,
        BankLineKind kind,
        BankLineState state) {

    static final String COLUMNS =
            "l.id, l.account_id, a.bank, a.number, l.sequence, l.import_id, l.file_row, l.day, l.\"time\","
                    + " l.serial, l.amount, l.balance, l.counterparty, l.counterparty_account, l.text, l.slip_numbers, l.kind, l.state";
    static final String FROM = "FROM bank_line l JOIN named_fund_account a ON a.id = l.account_id";

    static BankLineView read(ResultSet row, int number) throws SQLException {
        return new BankLineView(
                row.getObject("id", UUID.class),
                new FundAccountId(row.getObject("account_id", UUID.class)),
                AccountWords.named(row.getString("bank"), row.getString("number")),
                row.getLong("sequence"),
                row.getObject("import_id", UUID.class),
                row.getInt("file_row"),
                row.getObject("day", LocalDate.class),
                row.getObject("time", LocalTime.class),
                row.getString("serial"),
                new Money(row.getLong("amount")),
                new Money(row.getLong("balance")),
                row.getString("counterparty"),
                row.getString("counterparty_account"),
                row.getString("text"),
                Arrays.asList((String[]) row.getArray("slip_numbers").getArray()),
                BankLineKind.valueOf(row.getString("kind")),
                BankLineState.valueOf(row.getString("state")));
    }
}
