package org.maintenancefund.bank.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.template.AccountPlace;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;

/**
 * All that must hold of a statement before anything of it is kept: it is of the right account, its totals are those of its lines,
 * each balance follows from the one before, what is known is the same as before, and the first that is new begins where the last
 * that is known ended.
 */
final class StatementChecks {

    private StatementChecks() {}

    /**
     * What is known of the account.
     *
     * @param number  its digits
     * @param opening what it began with, at the end of that day
     * @param last    the last line that was kept, with its place in the chain; null where none was yet
     */
    record Account(
            String number,
            LocalDate openingDay,
            Money opening,
            @Nullable KnownLine last) {

        Money closing() {
            return last == null ? opening : last.line().balance();
        }

        LocalDate closingDay() {
            return last == null ? openingDay : last.line().day();
        }
    }

    /** A line that was kept, with its place in the chain of the account. */
    record KnownLine(long sequence, StatementLine line) {}

    /**
     * What becomes of the statement.
     *
     * @param lines  the oldest first
     * @param known  how many of them, from the first on, were kept before
     * @param faults why nothing is kept
     */
    record Checked(List<StatementLine> lines, int known, boolean newestFirst, List<Reason> faults) {

        List<StatementLine> fresh() {
            return lines.subList(known, lines.size());
        }
    }

    /**
     * @param typed the digits of the account that were typed with a file that says none
     * @param kept  lines of the account from the first day of the statement on
     */
    static Checked check(Statement statement, String typed, Account account, List<KnownLine> kept) {
        List<Reason> faults = new ArrayList<>(statement.faults());
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        if (statement.lines().isEmpty()) {
            return refused(List.of(Reason.of("bank.read.no-lines")));
        }
        account(statement, typed, account).ifPresent(faults::add);
        serials(statement.lines()).ifPresent(faults::add);
        StatementOrder.Ordered ordered = StatementOrder.of(statement.lines());
        ordered.fault().ifPresent(faults::add);
        statement.totals().forEach(total -> faults.addAll(total.faults(statement.lines())));
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        List<StatementLine> lines = twins(ordered.lines());
        int known = 0;
        Map<String, KnownLine> byIdentity = new HashMap<>();
        kept.forEach(each -> byIdentity.put(each.line().identity(), each));
        while (known < lines.size() && byIdentity.containsKey(lines.get(known).identity())) {
            known++;
        }
        overlap(lines, known, byIdentity, account).ifPresent(faults::add);
        return faults.isEmpty() ? new Checked(lines, known, ordered.newestFirst(), List.of()) : refused(faults);
    }

    /** Numbers the lines that nothing else tells apart, the oldest first whatever order the file has. */
    private static List<StatementLine> twins(List<StatementLine> lines) {
        Map<String, Integer> seen = new HashMap<>();
        return lines.stream()
                .map(line ->
                        line.serial() != null ? line : line.asTwin(seen.merge(line.identity(), 1, Integer::sum) - 1))
                .toList();
    }

    private static Checked refused(List<Reason> faults) {
        return new Checked(List.of(), 0, false, List.copyOf(faults));
    }

    private static Optional<Reason> account(Statement statement, String typed, Account account) {
        if (statement.template().layout().account() == AccountPlace.NOWHERE) {
            return typed.isEmpty()
                    ? Optional.of(Reason.of("bank.check.account.say"))
                    : wrong("bank.check.account.typed", typed, account);
        }
        String said = statement.account();
        return said == null
                ? Optional.of(Reason.of(
                        "bank.check.account.none", statement.template().named()))
                : wrong("bank.check.account.other", said, account);
    }

    private static Optional<Reason> wrong(String key, String number, Account account) {
        return number.equals(account.number())
                ? Optional.empty()
                : Optional.of(Reason.of(key, number, account.number()));
    }

    private static Optional<Reason> serials(List<StatementLine> lines) {
        Map<String, StatementLine> seen = new HashMap<>();
        for (StatementLine line : lines) {
            String serial = line.serial();
            StatementLine other = serial == null ? null : seen.putIfAbsent(serial, line);
            if (serial != null && other != null) {
                return Optional.of(Reason.of("bank.check.serial", line.row(), other.row(), serial));
            }
        }
        return Optional.empty();
    }

    private static Optional<Reason> overlap(
            List<StatementLine> lines, int known, Map<String, KnownLine> kept, Account account) {
        for (int i = 0; i < known; i++) {
            StatementLine line = lines.get(i);
            StatementLine before = known(kept, line).line();
            if (!line.sameAs(before)) {
                return Optional.of(conflict(line, before));
            }
        }
        Optional<StatementLine> later = lines.stream()
                .skip(known)
                .filter(line -> kept.containsKey(line.identity()))
                .findFirst();
        if (known == lines.size()) {
            return Optional.empty();
        }
        StatementLine first = lines.get(known);
        if (known > 0) {
            KnownLine end = known(kept, lines.get(known - 1));
            KnownLine last = account.last();
            if (last != null && end.sequence() != last.sequence()) {
                // The account went on otherwise than this file says.
                return Optional.of(next(kept, end.sequence())
                        .map(other -> conflict(first, other))
                        .orElseGet(() -> Reason.of("bank.check.inserted", first.row(), first.day(), first.amount())));
            }
        } else if (later.isPresent() || first.day().isBefore(account.closingDay())) {
            return Optional.of(
                    account.last() == null
                            ? Reason.of("bank.check.before-opening", first.row(), first.day(), account.openingDay())
                            : Reason.of(
                                    "bank.check.early",
                                    first.row(),
                                    first.day(),
                                    first.amount(),
                                    account.closingDay()));
        } else if (account.last() == null && !first.day().isAfter(account.openingDay())) {
            return Optional.of(Reason.of("bank.check.before-opening", first.row(), first.day(), account.openingDay()));
        }
        return first.before().equals(account.closing()) ? Optional.empty() : Optional.of(missing(first, account));
    }

    private static KnownLine known(Map<String, KnownLine> kept, StatementLine line) {
        return Objects.requireNonNull(kept.get(line.identity()));
    }

    private static Optional<StatementLine> next(Map<String, KnownLine> kept, long sequence) {
        return kept.values().stream()
                .filter(each -> each.sequence() == sequence + 1)
                .map(KnownLine::line)
                .findFirst();
    }

    private static Reason conflict(StatementLine line, StatementLine before) {
        return Reason.of(
                "bank.check.conflict",
                line.row(),
                line.day(),
                line.amount(),
                line.balance(),
                before.day(),
                before.amount(),
                before.balance());
    }

    /** The statement begins with another balance than the account ended with. */
    private static Reason missing(StatementLine first, Account account) {
        LocalDate from = account.closingDay();
        Money gap = first.before().minus(account.closing());
        return from.plusDays(1).isBefore(first.day())
                ? Reason.of(
                        "bank.check.missing-days",
                        first.row(),
                        first.before(),
                        from,
                        account.closing(),
                        from.plusDays(1),
                        first.day().minusDays(1),
                        gap)
                : Reason.of("bank.check.missing", first.row(), first.before(), from, account.closing(), gap);
    }
}
