package org.maintenancefund.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries and their postings, all of them by two statements. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class EntryRows {

    private final JdbcClient jdbc;

    /** An entry that lands in a month. */
    record Row(UUID id, YearMonth period, NewEntry entry) {}

    /**
     * An entry that is to be reversed.
     *
     * @param by what reversed it already; null where nothing did
     */
    record Reversed(UUID id, boolean isReversal, @Nullable EntryNumber by) {}

    void write(List<Row> rows, List<EntryNumber> numbers, Instant now) {
        jdbc.sql(
                        "INSERT INTO ledger_entry (id, number, account_id, kind, day, period, reference, note, postings, maker,"
                                + " maker_name, checker, checker_name, posted_at)"
                                + " SELECT id, number, account, kind, CAST(day AS date), CAST(period AS date), reference, '', postings,"
                                + " maker, maker_name, checker, checker_name, :now"
                                + " FROM unnest(CAST(:ids AS uuid[]), CAST(:numbers AS text[]), CAST(:accounts AS uuid[]),"
                                + " CAST(:kinds AS text[]), CAST(:days AS text[]), CAST(:periods AS text[]), CAST(:references AS text[]),"
                                + " CAST(:postings AS integer[]), CAST(:makers AS uuid[]), CAST(:makerNames AS text[]),"
                                + " CAST(:checkers AS uuid[]), CAST(:checkerNames AS text[])) AS n (id, number, account, kind, day,"
                                + " period, reference, postings, maker, maker_name, checker, checker_name)")
                .param("ids", uuids(rows, Row::id))
                .param("numbers", numbers.stream().map(EntryNumber::value).toArray(String[]::new))
                .param("accounts", uuids(rows, row -> row.entry().account().value()))
                .param("kinds", texts(rows, row -> row.entry().kind().name()))
                .param("days", texts(rows, row -> row.entry().day().toString()))
                .param("periods", texts(rows, row -> row.period().atDay(1).toString()))
                .param("references", texts(rows, row -> row.entry().reference()))
                .param(
                        "postings",
                        rows.stream().map(row -> row.entry().postings().size()).toArray(Integer[]::new))
                .param("makers", uuids(rows, row -> row.entry().maker().id()))
                .param("makerNames", texts(rows, row -> row.entry().maker().name()))
                .param("checkers", uuids(rows, row -> idOf(row.entry().checker())))
                .param("checkerNames", texts(rows, row -> nameOf(row.entry().checker())))
                .param("now", Timestamp.from(now))
                .update();
        writePostings(rows);
    }

    private void writePostings(List<Row> rows) {
        List<UUID> entries = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (Row row : rows) {
            int place = 0;
            for (Posting posting : row.entry().postings()) {
                entries.add(row.id());
                places.add(++place);
                postings.add(posting);
            }
        }
        jdbc.sql("INSERT INTO ledger_posting (entry_id, place, part, unit_id, amount)"
                        + " SELECT * FROM unnest(CAST(:entries AS uuid[]), CAST(:places AS integer[]), CAST(:parts AS text[]),"
                        + " CAST(:units AS uuid[]), CAST(:amounts AS bigint[]))")
                .param("entries", entries.toArray(UUID[]::new))
                .param("places", places.toArray(Integer[]::new))
                .param(
                        "parts",
                        postings.stream()
                                .map(posting -> posting.account().name())
                                .toArray(String[]::new))
                .param(
                        "units",
                        postings.stream()
                                .map(posting -> valueOf(posting.unit()))
                                .toArray(UUID[]::new))
                .param(
                        "amounts",
                        postings.stream().map(posting -> posting.amount().fen()).toArray(Long[]::new))
                .update();
    }

    /** An entry that somebody wants to reverse. */
    Optional<Reversed> reversed(EntryNumber number) {
        return jdbc.sql("SELECT e.id, e.reverses IS NOT NULL, n.number FROM ledger_entry e"
                        + " LEFT JOIN ledger_entry n ON n.reverses = e.id WHERE e.number = :number")
                .param("number", number.value())
                .query((row, i) ->
                        new Reversed(row.getObject(1, UUID.class), row.getBoolean(2), number(row.getString(3))))
                .optional();
    }

    private static @Nullable EntryNumber number(@Nullable String value) {
        return value == null ? null : new EntryNumber(value);
    }

    private static @Nullable UUID idOf(@Nullable EntryPerson person) {
        return person == null ? null : person.id();
    }

    private static @Nullable String nameOf(@Nullable EntryPerson person) {
        return person == null ? null : person.name();
    }

    private static @Nullable UUID valueOf(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static UUID[] uuids(List<Row> rows, Function<Row, @Nullable UUID> of) {
        return rows.stream().map(of).toArray(UUID[]::new);
    }

    private static String[] texts(List<Row> rows, Function<Row, @Nullable String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }
}
