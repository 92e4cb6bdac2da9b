package org.maintenancefund.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what was decided elsewhere, in the transaction of whoever decided it. The running number is taken here and its counter
 * waited for by whoever else books, until the transaction ends: so it is asked last.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class Ledger {

    private final Periods periods;
    private final EntryRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Posts an entry, however many postings it has, by a handful of statements. */
    public EntryNumber post(NewEntry entry) {
        return post(List.of(entry)).get(0);
    }

    /** Posts many at once, by the same handful; returns their numbers in the order given. */
    public List<EntryNumber> post(List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        OpenPeriods open = periods.open();
        List<EntryRows.Row> landing = entries.stream()
                .map(entry -> new EntryRows.Row(Ids.next(), open.landing(entry.day()), entry))
                .toList();
        List<EntryNumber> numbers =
                numbers(landing.stream().map(EntryRows.Row::period).toList());
        rows.write(landing, numbers, clock.instant());
        return numbers;
    }

    /**
     * 冲正: posts the exact negative of an entry, once.
     *
     * @param day that it is of
     * @throws Refusal where it is reversed already, or reverses another one
     */
    public EntryNumber reverse(
            EntryNumber entry, String reason, EntryPerson maker, EntryPerson checker, LocalDate day) {
        EntryRows.Reversed reversed = rows.reversed(entry).orElseThrow(() -> new NotFound("entry " + entry));
        if (reversed.by() != null) {
            throw Refusal.because("ledger.reversal.already", entry, reversed.by());
        }
        if (reversed.isReversal()) {
            throw Refusal.because("ledger.reversal.of-reversal", entry);
        }
        YearMonth period = periods.open().landing(day);
        EntryNumber number = numbers(List.of(period)).get(0);
        UUID id = Ids.next();
        jdbc.sql(
                        "INSERT INTO ledger_entry (id, number, account_id, kind, day, period, reference, note, postings, maker,"
                                + " maker_name, checker, checker_name, posted_at, reverses)"
                                + " SELECT :id, :number, e.account_id, e.kind, :day, :period, e.reference, :reason, e.postings,"
                                + " :maker, :makerName, :checker, :checkerName, :now, e.id FROM ledger_entry e WHERE e.id = :of")
                .param("id", id)
                .param("number", number.value())
                .param("day", day)
                .param("period", period.atDay(1))
                .param("reason", reason)
                .param("maker", maker.id())
                .param("makerName", maker.name())
                .param("checker", checker.id())
                .param("checkerName", checker.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("of", reversed.id())
                .update();
        jdbc.sql(
                        "INSERT INTO ledger_posting (entry_id, place, part, unit_id, amount)"
                                + " SELECT :id, p.place, p.part, p.unit_id, -p.amount FROM ledger_posting p WHERE p.entry_id = :of")
                .param("id", id)
                .param("of", reversed.id())
                .update();
        return number;
    }

    /** The next number of each of these months, month by month in one order, so that no two wait crosswise. */
    private List<EntryNumber> numbers(List<YearMonth> months) {
        Map<YearMonth, Integer> next = new TreeMap<>();
        months.stream()
                .collect(Collectors.groupingBy(month -> month, TreeMap::new, Collectors.summingInt(month -> 1)))
                .forEach((month, count) -> next.put(month, take(month, count) - count + 1));
        return IntStream.range(0, months.size())
                .mapToObj(i -> EntryNumber.of(months.get(i), next.merge(months.get(i), 1, Integer::sum) - 1))
                .toList();
    }

    /** Returns the last of them. */
    private int take(YearMonth period, int count) {
        return jdbc.sql(
                        "INSERT INTO ledger_counter AS c (period, last) VALUES (:period, :count)"
                                + " ON CONFLICT ON CONSTRAINT pk_ledger_counter DO UPDATE SET last = c.last + :count RETURNING last")
                .param("period", period.atDay(1))
                .param("count", count)
                .query(Integer.class)
                .single();
    }
}
