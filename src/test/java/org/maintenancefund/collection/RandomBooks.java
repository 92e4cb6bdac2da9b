package org.maintenancefund.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.OpenPeriods;

/** What the books of a fund account must say: each part of them and each household, month by month; debits are more than nothing. */
final class RandomBooks {

    private final Map<String, NavigableMap<YearMonth, Long>> parts = new HashMap<>();

    /** The last month that nothing lands in any more. */
    private @Nullable YearMonth closed;

    /** An entry of that day, which lands in its month, or in the first open one where that is closed. */
    void move(LocalDate day, LedgerAccount debit, LedgerAccount credit, long fen) {
        add(day, debit.name(), fen);
        add(day, credit.name(), -fen);
    }

    /** 待清分 / 分户账. */
    void toHousehold(LocalDate day, Flat flat, long fen) {
        add(day, LedgerAccount.UNALLOCATED.name(), fen);
        add(day, flat.id.toString(), -fen);
    }

    private void add(LocalDate day, String part, long fen) {
        parts.computeIfAbsent(part, name -> new TreeMap<>())
                .merge(new OpenPeriods(closed).landing(day), fen, Long::sum);
    }

    void close(YearMonth month) {
        closed = month;
    }

    /** The month that was being closed is open again. */
    void giveBack(YearMonth month, boolean first) {
        closed = first ? null : month.minusMonths(1);
    }

    long balance(LedgerAccount part) {
        return balance(part, YearMonth.of(9999, 12));
    }

    long balance(LedgerAccount part, YearMonth upTo) {
        return sum(part.name(), upTo);
    }

    /** What a household has. */
    long balance(Flat flat) {
        return balance(flat, YearMonth.of(9999, 12));
    }

    long balance(Flat flat, YearMonth upTo) {
        return -sum(flat.id.toString(), upTo);
    }

    private long sum(String part, YearMonth upTo) {
        return parts.getOrDefault(part, new TreeMap<>()).headMap(upTo, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
