package org.maintenancefund.bank.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.ListFilter.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 银行流水: the lines that were kept, the latest first. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class BankLines {

    private static final Keyset<BankLineView> ROWS = new Keyset<>(
            BankLineView.COLUMNS,
            BankLineView.FROM,
            List.of(new Keyset.Key("l.day", LocalDate.class), new Keyset.Key("l.id", UUID.class)),
            true,
            BankLineView::read);

    private final JdbcClient jdbc;

    private static final String UNDO_ASKED =
            "FROM bank_assignment u WHERE u.state = 'CONFIRMED' AND u.undo_asked_at IS NOT NULL";

    /** What the list is narrowed down to; {@code undoAsked}: to lines that somebody asked to take back; {@code text} is part of a name, an account, a text or a serial, or an amount. */
    public record Filter(
            Optional<FundAccountId> account,
            Period days,
            Optional<BankLineState> state,
            Optional<BankLineKind> kind,
            boolean undoAsked,
            Optional<MatchedBy> matched,
            String text) {}

    public Listing<BankLineView> of(Filter wanted) {
        Conditions where = new Conditions()
                .equal("l.account_id", wanted.account().map(FundAccountId::value))
                .constant("l.state", wanted.state())
                .equal("l.kind", wanted.kind());
        if (wanted.undoAsked()) {
            where.and("l.id IN (SELECT u.line_id " + UNDO_ASKED + ")");
        }
        wanted.days().first().ifPresent(day -> where.and("l.day >= :first", "first", day));
        wanted.days().last().ifPresent(day -> where.and("l.day <= :last", "last", day));
        wanted.matched()
                .ifPresent(by -> where.and(
                        "l.kind = 'REMITTANCE' AND EXISTS (SELECT FROM bank_assignment m WHERE m.line_id = l.id"
                                + " AND m.state = 'CONFIRMED' AND m.basis = ANY (:bases))",
                        "bases",
                        by.bases()));
        if (!wanted.text().isEmpty()) {
            var amount = Money.parseSigned(wanted.text());
            where.and(
                            "(strpos(l.counterparty, :text) > 0 OR strpos(l.text, :text) > 0 OR strpos(l.counterparty_account, :text) > 0"
                                    + " OR l.serial = :text OR abs(l.amount) = :fen)")
                    .bind("text", wanted.text())
                    .bind("fen", amount.isOk() ? Math.abs(amount.value().fen()) : -1);
        }
        return ROWS.where(jdbc, where);
    }

    /** Throws {@link NotFound} where there is none. */
    public BankLineView get(UUID id) {
        return jdbc.sql("SELECT " + BankLineView.COLUMNS + " " + BankLineView.FROM + " WHERE l.id = :id")
                .param("id", id)
                .query(BankLineView::read)
                .optional()
                .orElseThrow(() -> new NotFound("bank line " + id));
    }

    /**
     * How many lines nobody has said anything about, and what waits for a second person: lines that are proposed, those to be taken back,
     * accounts of payers.
     */
    public record Waiting(long open, long proposed, long undoAsked, long payers) {}

    public Waiting waiting() {
        return jdbc.sql("SELECT count(*) FILTER (WHERE l.state = 'OPEN'), count(*) FILTER (WHERE l.state = 'PROPOSED'),"
                        + " (SELECT count(*) " + UNDO_ASKED
                        + "), (SELECT count(*) FROM payer_account p WHERE NOT p.confirmed)"
                        + " FROM bank_line l WHERE l.state <> 'SETTLED'")
                .query((row, i) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /**
     * Lines whose money a line of that amount could send back: the exact negative, before it, in the same account; what came by mistake and
     * waits for that first.
     */
    public List<BankLineView> sentBackBy(BankLineView line, int most) {
        return jdbc.sql("SELECT " + BankLineView.COLUMNS + " " + BankLineView.FROM
                        + " WHERE l.account_id = :account AND l.amount = :amount AND l.sequence < :sequence AND l.kind <> 'RETURNED'"
                        + " ORDER BY l.kind = 'MISTAKEN' DESC, l.sequence DESC LIMIT :most")
                .param("account", line.account().value())
                .param("amount", line.amount().negated().fen())
                .param("sequence", line.sequence())
                .param("most", most)
                .query(BankLineView::read)
                .list();
    }
}
