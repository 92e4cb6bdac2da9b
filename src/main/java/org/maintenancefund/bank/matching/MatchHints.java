package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.bank.statement.AccountWords;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.collection.remittance.SlipState;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person should look at who decides what a line is: slips that may be meant, and why none of them was matched. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class MatchHints {

    private static final int MOST = 5;

    /** A difference of that or less, in fen, is looked for among slips that the text doesn't name. */
    private static final long NEAR = 100_00;

    /** A name of a person: short, and with no word that organisations have in theirs. */
    private static final Pattern PERSON = Pattern.compile("\\p{IsHan}{2,4}|\\p{IsHan}{2,6}·\\p{IsHan}{2,8}");

    private final JdbcClient jdbc;
    private final UnitLookup units;

    /**
     * A slip that may be meant.
     *
     * @param open what is still to come of it
     * @param here whether it is of the account that the line is of
     */
    public record Candidate(
            UUID id, String number, String company, Money open, SlipState state, String account, boolean here) {}

    /** What is to be looked at, the slips that may be meant first. */
    public record Hints(List<Candidate> candidates, List<Reason> reasons) {}

    public Hints of(BankLineView line) {
        if (!line.amount().isPositive()) {
            return new Hints(List.of(), List.of());
        }
        List<Candidate> candidates = find(line);
        List<Reason> reasons = new ArrayList<>();
        line.slipNumbers().stream()
                .filter(number ->
                        candidates.stream().noneMatch(each -> each.number().equals(number)))
                .forEach(number -> reasons.add(Reason.of("bank.hint.no-slip", number)));
        for (Candidate candidate : candidates) {
            reasons.addAll(about(line, candidate, line.slipNumbers().contains(candidate.number())));
        }
        payer(line, reasons);
        return new Hints(candidates, reasons);
    }

    private List<Reason> about(BankLineView line, Candidate slip, boolean named) {
        List<Reason> reasons = new ArrayList<>();
        if (named && !slip.state().isExpected()) {
            reasons.add(Reason.of(
                    "bank.hint.not-expected", slip.number(), slip.state().label()));
            return reasons;
        }
        Money off = line.amount().minus(slip.open());
        if (!slip.here()) {
            if (named || off.isZero()) {
                reasons.add(Reason.of("bank.hint.other-account", slip.number(), slip.open(), slip.account()));
            }
            return reasons;
        }
        if (off.isZero()) {
            if (!named) {
                reasons.add(Reason.of("bank.hint.same-amount", slip.number(), slip.company()));
            }
            return reasons;
        }
        boolean turned = isTurned(line.amount(), slip.open());
        if (turned || named && off.fen() % 9 == 0 && Math.abs(off.fen()) < NEAR) {
            reasons.add(Reason.of("bank.hint.turned", slip.number(), slip.open(), absolute(off)));
        } else if (named) {
            reasons.add(Reason.of(
                    off.isPositive() ? "bank.hint.more" : "bank.hint.less", slip.number(), slip.open(), absolute(off)));
        }
        if (off.isNegative()) {
            receipts(slip, absolute(off))
                    .forEach(unit -> reasons.add(Reason.of("bank.hint.receipt", slip.number(), absolute(off), unit)));
        }
        return reasons;
    }

    /** The same digits in another order. */
    private static boolean isTurned(Money one, Money other) {
        char[] left = Long.toString(one.fen()).toCharArray();
        char[] right = Long.toString(other.fen()).toCharArray();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    private static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    /** Households whose receipt of the slip is just what is missing. */
    private List<String> receipts(Candidate slip, Money missing) {
        return jdbc
                .sql("SELECT r.unit_id FROM remitted_receipt r WHERE r.slip_id = :slip AND r.amount = :missing LIMIT "
                        + MOST)
                .param("slip", slip.id())
                .param("missing", missing.fen())
                .query((row, i) -> new UnitId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .map(unit -> units.get(unit).named())
                .toList();
    }

    private void payer(BankLineView line, List<Reason> reasons) {
        if (isPerson(line.counterparty())) {
            reasons.add(Reason.of("bank.hint.person", line.counterparty()));
        } else if (!line.counterpartyAccount().isEmpty() && !isKnown(line.counterpartyAccount())) {
            reasons.add(Reason.of("bank.hint.unknown-payer", line.counterparty(), line.counterpartyAccount()));
        }
    }

    private static boolean isPerson(String name) {
        return PERSON.matcher(name).matches()
                && Messages.list("bank.hint.organisations").stream().noneMatch(name::contains);
    }

    private boolean isKnown(String account) {
        return jdbc.sql("SELECT count(*) FROM payer_account p WHERE p.number = :number AND p.confirmed")
                        .param("number", account)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those that the text names, then those of nearly the amount, the nearest first. */
    private List<Candidate> find(BankLineView line) {
        return jdbc.sql(
                        "SELECT s.id, s.number, s.company, s.amount - s.arrived AS open, s.state, s.account_id, a.bank, a.number AS account"
                                + " FROM remittance_slip_named s JOIN named_fund_account a ON a.id = s.account_id WHERE s.number = ANY (:numbers)"
                                + " OR s.state IN ('SUBMITTED', 'PARTLY_ARRIVED') AND s.amount - s.arrived BETWEEN :amount - :near AND :amount + :near"
                                + " ORDER BY s.number = ANY (:numbers) DESC, abs(s.amount - s.arrived - :amount), s.number LIMIT :most")
                .param("numbers", line.slipNumbers().toArray(String[]::new))
                .param("amount", line.amount().fen())
                .param("near", Math.min(NEAR, line.amount().fen() / 2))
                .param("most", MOST + line.slipNumbers().size())
                .query((row, i) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("company"),
                        new Money(row.getLong("open")),
                        SlipState.valueOf(row.getString("state")),
                        AccountWords.named(row.getString("bank"), row.getString("account")),
                        row.getObject("account_id", UUID.class)
                                .equals(line.account().value())))
                .list();
    }
}
