package org.maintenancefund.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 余额调节表 of the accounts of a closing, as they are kept. */
@Component
@RequiredArgsConstructor
class Reconciliations {

    private final FundAccounts accounts;
    private final JdbcClient jdbc;

    /** Of all accounts of a closing, by bank and number; without the lines. */
    List<ReconciliationView> of(ClosingView closing) {
        Map<FundAccountId, FundAccountView> known =
                accounts.all().stream().collect(Collectors.toMap(FundAccountView::id, Function.identity()));
        List<ReconciliationView> found = new ArrayList<>(rows(closing, null, known, List.of()));
        found.sort(
                Comparator.comparing((ReconciliationView one) -> one.account().bank())
                        .thenComparing(one -> one.account().number()));
        return found;
    }

    /** Of one account, with its lines. */
    Optional<ReconciliationView> find(ClosingView closing, FundAccountId account) {
        return accounts.find(account)
                .flatMap(known -> rows(closing, account, Map.of(account, known), items(closing, account)).stream()
                        .findFirst());
    }

    /** How many accounts nobody has signed. */
    long unsigned(ClosingId closing) {
        return jdbc.sql("SELECT count(*) FROM closing_account a LEFT JOIN reconciliation r"
                        + " ON r.closing_id = a.closing_id AND r.account_id = a.account_id"
                        + " WHERE a.closing_id = :closing AND r.signed_by IS NULL")
                .param("closing", closing.value())
                .query(Long.class)
                .single();
    }

    /** Whether somebody booked something in the month or answered for it: then another one makes the papers. */
    boolean booked(YearMonth month, UUID person) {
        return jdbc.sql("SELECT ledger_booked_by(:person, :month)")
                .param("person", person)
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    private List<BankBalances.Item> items(ClosingView closing, FundAccountId account) {
        return jdbc.sql("SELECT kind, day, reference, text, amount FROM closing_item WHERE closing_id = :closing"
                        + " AND account_id = :account ORDER BY kind, place")
                .param("closing", closing.id().value())
                .param("account", account.value())
                .query((row, i) -> new BankBalances.Item(
                        account,
                        ItemKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("reference"),
                        row.getString("text"),
                        new Money(row.getLong("amount"))))
                .list();
    }

    private List<ReconciliationView> rows(
            ClosingView closing,
            @Nullable FundAccountId account,
            Map<FundAccountId, FundAccountView> known,
            List<BankBalances.Item> items) {
        return jdbc.sql(
                        "SELECT a.*, r.bank_balance, r.adjusted_bank, r.adjusted_books, r.note, r.made_at, r.made_by, r.made_by_name,"
                                + " r.signed_at, r.signed_by_name, r.version FROM closing_account a LEFT JOIN reconciliation r"
                                + " ON r.closing_id = a.closing_id AND r.account_id = a.account_id WHERE a.closing_id = :closing"
                                + " AND a.account_id = coalesce(CAST(:account AS uuid), a.account_id)")
                .param("closing", closing.id().value())
                .param("account", account == null ? null : account.value())
                .query((row, i) -> view(closing, row, known, items))
                .list();
    }

    private static ReconciliationView view(
            ClosingView closing,
            ResultSet row,
            Map<FundAccountId, FundAccountView> known,
            List<BankBalances.Item> items)
            throws SQLException {
        Long told = row.getObject("told_balance", Long.class);
        FundAccountView account = known.get(new FundAccountId(row.getObject("account_id", UUID.class)));
        if (account == null) {
            throw new IllegalStateException("something is booked into an account that is not confirmed");
        }
        return new ReconciliationView(
                closing,
                account,
                new Money(row.getLong("bank")),
                new Money(row.getLong("unallocated")),
                new Money(row.getLong("household")),
                new Money(row.getLong("opening")),
                new Money(row.getLong("income")),
                new Money(row.getLong("spending")),
                told == null ? null : new Money(told),
                row.getObject("told_day", LocalDate.class),
                items,
                row.getTimestamp("made_at") == null ? null : paper(row));
    }

    private static ReconciliationView.Paper paper(ResultSet row) throws SQLException {
        Timestamp signed = row.getTimestamp("signed_at");
        return new ReconciliationView.Paper(
                new Money(row.getLong("bank_balance")),
                new Money(row.getLong("adjusted_bank")),
                new Money(row.getLong("adjusted_books")),
                row.getString("note"),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("made_by", UUID.class),
                row.getString("made_by_name"),
                signed == null ? null : signed.toInstant(),
                row.getString("signed_by_name"),
                row.getInt("version"));
    }
}
