package org.maintenancefund.bank.matching;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lines were taken for, and are. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Assignments {

    private static final String SELECT = "SELECT a.* FROM bank_assignment a";

    private final JdbcClient jdbc;

    /** All there ever were of a line, the latest first. */
    public List<Assignment> of(UUID line) {
        return read(jdbc.sql(SELECT + " WHERE a.line_id = :line ORDER BY a.proposed_at DESC, a.id DESC")
                .param("line", line));
    }

    /** What the line is taken for now, or is. */
    public Optional<Assignment> live(UUID line) {
        return read(jdbc.sql(SELECT + " WHERE a.line_id = :line AND a.state IN ('PROPOSED', 'CONFIRMED')")
                        .param("line", line))
                .stream()
                .findFirst();
    }

    /** 户号 of the first of some households whose community's money lay in another account on the day of the line, or in none. */
    Optional<String> keptElsewhere(BankLineView line, List<UnitId> households) {
        return jdbc.sql(
                        "SELECT u.number FROM named_unit u WHERE u.unit_id = ANY (:units) AND NOT EXISTS (SELECT FROM area_kept_in k"
                                + " WHERE k.area_id = u.area_id AND k.account_id = :account AND k.validity @> CAST(:day AS date))"
                                + " ORDER BY u.number LIMIT 1")
                .param("units", households.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("account", line.account().value())
                .param("day", line.day())
                .query(String.class)
                .optional();
    }

    Optional<Assignment> find(UUID id) {
        return read(jdbc.sql(SELECT + " WHERE a.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** As it is, until the end of the transaction. */
    Optional<Assignment> lock(UUID id) {
        return read(jdbc.sql(SELECT + " WHERE a.id = :id FOR UPDATE").param("id", id)).stream()
                .findFirst();
    }

    private List<Assignment> read(JdbcClient.StatementSpec statement) {
        List<Assignment> found = statement.query(Assignments::row).list();
        if (found.isEmpty()) {
            return found;
        }
        var slips = jdbc
                .sql(
                        "SELECT x.assignment_id, x.slip_id, s.number, s.company, x.amount FROM bank_assignment_slip x"
                                + " JOIN remittance_slip_named s ON s.id = x.slip_id WHERE x.assignment_id = ANY (:ids) ORDER BY s.number")
                .param("ids", found.stream().map(Assignment::id).toArray(UUID[]::new))
                .query((row, i) -> Map.entry(
                        row.getObject("assignment_id", UUID.class),
                        new SlipShare(
                                new SlipId(row.getObject("slip_id", UUID.class)),
                                row.getString("number"),
                                row.getString("company"),
                                new Money(row.getLong("amount")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<UUID, List<HouseholdShare>> households = households(found);
        return found.stream()
                .map(each -> each.withSlips(slips.getOrDefault(each.id(), List.of()))
                        .withHouseholds(households.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<HouseholdShare>> households(List<Assignment> found) {
        UUID[] of = found.stream()
                .filter(each -> each.kind() == BankLineKind.FIRST_DEPOSIT)
                .map(Assignment::id)
                .toArray(UUID[]::new);
        return of.length == 0
                ? Map.of()
                : jdbc
                        .sql("SELECT u.assignment_id, u.unit_id, u.amount FROM bank_assignment_unit u JOIN named_unit n"
                                + " ON n.unit_id = u.unit_id WHERE u.assignment_id = ANY (:ids) ORDER BY n.number")
                        .param("ids", of)
                        .query((row, i) -> Map.entry(
                                row.getObject("assignment_id", UUID.class),
                                new HouseholdShare(
                                        new UnitId(row.getObject("unit_id", UUID.class)),
                                        new Money(row.getLong("amount")))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Assignment row(ResultSet row, int number) throws SQLException {
        UUID unit = row.getObject("unit_id", UUID.class);
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                BankLineKind.valueOf(row.getString("kind")),
                MatchBasis.valueOf(row.getString("basis")),
                AssignmentState.valueOf(row.getString("state")),
                unit == null ? null : new UnitId(unit),
                months(row.getArray("months")),
                row.getObject("returns_line_id", UUID.class),
                row.getString("note"),
                row.getString("entry"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decided_by_name"),
                undoAsked(row),
                instant(row.getTimestamp("undone_at")),
                row.getString("undone_by_name"),
                row.getString("undone_reason"),
                List.of(),
                List.of());
    }

    private static List<YearMonth> months(Array days) throws SQLException {
        return Arrays.stream((Date[]) days.getArray())
                .map(day -> YearMonth.from(day.toLocalDate()))
                .toList();
    }

    private static Assignment.@Nullable UndoAsked undoAsked(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("undo_asked_at");
        return at == null
                ? null
                : new Assignment.UndoAsked(
                        row.getObject("undo_asked_by", UUID.class),
                        row.getString("undo_asked_by_name"),
                        at.toInstant(),
                        row.getString("undo_asked_reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
