package org.maintenancefund.fundaccount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.unit.OpeningParticipant;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what the units of an area begin with, a sheet once: as it is approved, or as the area gets its account where that comes later. It
 * goes into the account that the area's money lies in on the day of the sheet, or the first that it got.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class OpeningBooking implements OpeningParticipant {

    private static final String UNBOOKED =
            "SELECT o.sheet_id, o.area_id, a.code, o.made_by, o.made_by_name, o.approved_by,"
                    + " o.approved_by_name, k.account_id, greatest(o.as_of, f.opening_day) AS day"
                    + " FROM approved_opening o JOIN named_area a ON a.id = o.area_id"
                    + " CROSS JOIN LATERAL (SELECT g.account_id FROM fund_account_area g WHERE g.area_id = o.area_id"
                    + " AND (g.validity @> o.as_of OR g.valid_from > o.as_of) ORDER BY g.valid_from LIMIT 1) k"
                    + " JOIN fund_account f ON f.id = k.account_id"
                    + " WHERE o.area_id = ANY (:areas) AND NOT EXISTS (SELECT FROM area_opening b WHERE b.sheet_id = o.sheet_id)"
                    + " ORDER BY o.as_of, o.sheet_id";

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Sheet(
            UUID id,
            AreaId area,
            String code,
            FundAccountId account,
            LocalDate day,
            EntryPerson maker,
            EntryPerson approver) {}

    private record Line(UUID sheet, UnitId unit, Money balance) {}

    @Override
    public void approved(AreaId area) {
        lock(List.of(area));
        book(List.of(area));
    }

    /** Nobody else books theirs, or gives them another account, until the transaction ends. */
    void lock(Collection<AreaId> areas) {
        jdbc.sql("INSERT INTO area_opening_turn AS t (area_id, since)"
                        + " SELECT DISTINCT area, CAST(:now AS timestamptz) FROM unnest(:areas) AS area ORDER BY area"
                        + " ON CONFLICT ON CONSTRAINT pk_area_opening_turn DO UPDATE SET since = excluded.since")
                .param("now", Timestamp.from(clock.instant()))
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .update();
    }

    /** Books those sheets of the areas, which are locked, that are approved and not booked yet, as far as the areas have an account. */
    void book(Collection<AreaId> areas) {
        List<Sheet> sheets = jdbc.sql(UNBOOKED)
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .query(OpeningBooking::sheet)
                .list();
        if (sheets.isEmpty()) {
            return;
        }
        Map<UUID, List<Line>> lines = lines(sheets);
        List<Sheet> worth =
                sheets.stream().filter(sheet -> lines.containsKey(sheet.id())).toList();
        List<EntryNumber> numbers = ledger.post(worth.stream()
                .map(sheet -> entry(sheet, lines.getOrDefault(sheet.id(), List.of())))
                .toList());
        Iterator<EntryNumber> next = numbers.iterator();
        sheets.forEach(sheet -> keep(sheet, lines.containsKey(sheet.id()) ? next.next() : null));
    }

    private Map<UUID, List<Line>> lines(List<Sheet> sheets) {
        return jdbc
                .sql(
                        "SELECT sheet_id, unit_id, balance FROM unit_opening_balance WHERE sheet_id = ANY (:sheets) AND balance > 0"
                                + " ORDER BY unit_id")
                .param("sheets", sheets.stream().map(Sheet::id).toArray(UUID[]::new))
                .query((row, i) -> new Line(
                        row.getObject(1, UUID.class),
                        new UnitId(row.getObject(2, UUID.class)),
                        new Money(row.getLong(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::sheet));
    }

    private static NewEntry entry(Sheet sheet, List<Line> lines) {
        List<Posting> postings = new ArrayList<>();
        postings.add(
                Posting.debit(LedgerAccount.OPENING, Money.sum(lines.stream().map(Line::balance))));
        lines.forEach(line -> postings.add(Posting.credit(line.unit(), line.balance())));
        return new NewEntry(
                sheet.account(),
                EntryKind.AREA_OPENING,
                sheet.day(),
                sheet.code(),
                postings,
                sheet.maker(),
                sheet.approver());
    }

    private void keep(Sheet sheet, @Nullable EntryNumber number) {
        jdbc.sql("INSERT INTO area_opening (sheet_id, area_id, account_id, entry, booked_at)"
                        + " VALUES (:sheet, :area, :account, :entry, :now)")
                .param("sheet", sheet.id())
                .param("area", sheet.area().value())
                .param("account", sheet.account().value())
                .param("entry", number == null ? null : number.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Sheet sheet(ResultSet row, int i) throws SQLException {
        return new Sheet(
                row.getObject("sheet_id", UUID.class),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("code"),
                new FundAccountId(row.getObject("account_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                new EntryPerson(row.getObject("made_by", UUID.class), row.getString("made_by_name")),
                new EntryPerson(row.getObject("approved_by", UUID.class), row.getString("approved_by_name")));
    }
}
