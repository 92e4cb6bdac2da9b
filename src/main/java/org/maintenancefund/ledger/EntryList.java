package org.maintenancefund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries, the latest first: all of the city, or those in which units of a district have a part. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class EntryList {

    private static final Keyset<Head> ENTRIES = new Keyset<>(
            "e.id, e.number, e.account_id, e.kind, e.day, e.period, e.reference, e.note, e.maker_name, e.checker_name, e.posted_at,"
                    + " (SELECT r.number FROM ledger_entry r WHERE r.id = e.reverses) AS reverses,"
                    + " (SELECT r.number FROM ledger_entry r WHERE r.reverses = e.id) AS reversed_by",
            "FROM ledger_entry e",
            List.of(new Keyset.Key("e.day", LocalDate.class), new Keyset.Key("e.number", String.class)),
            true,
            (row, i) -> head(row));

    private final JdbcClient jdbc;

    private record Head(UUID id, Entry entry) {}

    /** A part of an entry: the sum of its postings there, a debit more than nothing. */
    public record Side(LedgerAccount account, Money amount) {}

    /**
     * An entry.
     *
     * @param sides      debits first
     * @param reverses   what it takes back, or null
     * @param reversedBy what took it back, or null
     */
    public record Entry(
            EntryNumber number,
            FundAccountId account,
            EntryKind kind,
            LocalDate day,
            YearMonth period,
            String reference,
            String note,
            String maker,
            @Nullable String checker,
            Instant postedAt,
            @Nullable EntryNumber reverses,
            @Nullable EntryNumber reversedBy,
            List<Side> sides) {

        public Entry {
            sides = List.copyOf(sides);
        }

        Entry with(List<Side> found) {
            return new Entry(
                    number,
                    account,
                    kind,
                    day,
                    period,
                    reference,
                    note,
                    maker,
                    checker,
                    postedAt,
                    reverses,
                    reversedBy,
                    found);
        }

        /** What it moves: its debits together. */
        public Money amount() {
            return Money.sum(sides.stream().map(Side::amount).filter(Money::isPositive));
        }
    }

    /**
     * What a list is narrowed down to.
     *
     * @param text a whole number of an entry, or a whole reference; empty for all
     */
    public record Filter(
            String text,
            Optional<FundAccountId> account,
            Optional<YearMonth> period,
            Optional<EntryKind> kind,
            Optional<LocalDate> first,
            Optional<LocalDate> last) {}

    public Listing<Entry> of(Filter wanted, CurrentUser user) {
        Conditions where = seenBy(user)
                .equal("e.account_id", wanted.account().map(FundAccountId::value))
                .equal("e.period", wanted.period().map(period -> period.atDay(1)))
                .equal("e.kind", wanted.kind().map(Enum::name));
        wanted.first().ifPresent(day -> where.and("e.day >= :first", "first", day));
        wanted.last().ifPresent(day -> where.and("e.day <= :last", "last", day));
        if (!wanted.text().isEmpty()) {
            where.and("(e.number = :code OR e.reference = :code OR e.reference = :text)")
                    .bind("code", ChineseText.code(wanted.text()))
                    .bind("text", wanted.text());
        }
        return ENTRIES.where(jdbc, where).map(this::entries);
    }

    /** One of them; {@link NotFound} where the person doesn't see it. */
    public Entry get(EntryNumber number, CurrentUser user) {
        Conditions where = seenBy(user).and("e.number = :number", "number", number.value());
        return ENTRIES.where(jdbc, where).map(this::entries).slice(Cursor.start(), 1).items().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("entry " + number));
    }

    /** The months that something landed in, the latest first. */
    public List<YearMonth> periods() {
        return jdbc.sql("SELECT period FROM ledger_counter ORDER BY period DESC")
                .query((row, i) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }

    private static Conditions seenBy(CurrentUser user) {
        Conditions where = new Conditions();
        user.districtIfAny()
                .ifPresent(own -> where.and(
                        "EXISTS (SELECT FROM ledger_entry_area x JOIN named_area a ON a.id = x.area_id"
                                + " WHERE x.entry_id = e.id AND a.district_id = :district)",
                        "district",
                        own.value()));
        return where;
    }

    private List<Entry> entries(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Side>> sides = new HashMap<>();
        jdbc.sql(
                        "SELECT entry_id, part, sum(amount) FROM ledger_posting WHERE entry_id = ANY (:entries) GROUP BY entry_id, part")
                .param("entries", heads.stream().map(Head::id).toArray(UUID[]::new))
                .query((row, i) -> sides.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Side(LedgerAccount.valueOf(row.getString(2)), new Money(row.getLong(3)))))
                .list();
        sides.values()
                .forEach(some -> some.sort(Comparator.comparing(Side::amount).reversed()));
        return heads.stream()
                .map(head -> head.entry().with(sides.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                new Entry(
                        new EntryNumber(row.getString("number")),
                        new FundAccountId(row.getObject("account_id", UUID.class)),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getString("reference"),
                        row.getString("note"),
                        row.getString("maker_name"),
                        row.getString("checker_name"),
                        row.getTimestamp("posted_at").toInstant(),
                        number(row.getString("reverses")),
                        number(row.getString("reversed_by")),
                        List.of()));
    }

    private static @Nullable EntryNumber number(@Nullable String value) {
        return value == null ? null : new EntryNumber(value);
    }
}
