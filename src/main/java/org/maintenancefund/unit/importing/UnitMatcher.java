package org.maintenancefund.unit.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitFault;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.domain.UnitList;
import org.maintenancefund.unit.domain.UnitPolicy;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.web.sheet.CellFault;

/**
 * Compares the rows of one file with the units of their area. A place where none is makes a unit; of one that is there a row
 * has to say what is there: changes are made one by one, each with its reason and its document.
 */
@RequiredArgsConstructor
final class UnitMatcher implements RowMatcher<UnitColumn> {

    private final UnitService units;
    private final UnitList registered;
    private final SheetDoubts doubts;
    private final ImportHeader<UnitColumn> header;
    private final UnitRowReader reader;
    private final AreaId area;

    /** As of which what is on record is compared. */
    private final LocalDate day;

    private final CurrentUser by;

    /** The first row of each place. */
    private final Map<UnitPlace.Key, Integer> seen = new HashMap<>();

    private final Map<Integer, NewUnit> told = new LinkedHashMap<>();

    /** A row on its way: where its unit is, null after that was refused. */
    private record Placed(
            ImportLine<UnitColumn> line,
            RowFaults<UnitColumn> faults,
            @Nullable UnitPlace place) {}

    @Override
    public List<ImportRow> match(List<ImportLine<UnitColumn>> lines) {
        List<Placed> placed = lines.stream().map(this::place).toList();
        Map<UnitPlace.Key, UnitList.Row> there = registered.at(
                area,
                placed.stream()
                        .flatMap(row -> Stream.ofNullable(row.place()))
                        .map(UnitPlace::key)
                        .toList(),
                day);
        Map<Integer, NewUnit> fresh = new LinkedHashMap<>();
        List<ImportRow> rows = new ArrayList<>();
        for (Placed row : placed) {
            UnitPlace place = row.place();
            UnitList.Row unit = place == null ? null : there.get(place.key());
            NewUnit read = reader.unit(row.line(), place, mobile(unit), row.faults());
            if (unit != null && read != null) {
                compare(row, read, unit);
            } else if (read != null) {
                fresh.put(row.line().number(), read);
            }
            rows.add(row(row, unit));
        }
        return refuse(fresh, placed, rows);
    }

    private Placed place(ImportLine<UnitColumn> line) {
        RowFaults<UnitColumn> faults = RowFaults.of(header, line);
        UnitPlace place = reader.place(line, faults);
        Integer first = place == null ? null : seen.putIfAbsent(place.key(), line.number());
        if (first != null) {
            faults.add(UnitColumn.DOOR, "unit.import.twice", first);
        }
        return new Placed(line, faults, place);
    }

    private static @Nullable MobileNumber mobile(UnitList.@Nullable Row unit) {
        Payer payer = unit == null ? null : unit.payer();
        return payer == null ? null : payer.mobile();
    }

    /** What a row doesn't tell is nothing against what is on record. */
    private void compare(Placed row, NewUnit read, UnitList.Row unit) {
        UnitContent said = UnitContent.of(read);
        UnitContent known = UnitContent.of(unit);
        for (UnitColumn column : UnitColumn.values()) {
            String on = column.textOf(known);
            if (reader.tells(row.line(), column) && !on.equals(column.textOf(said))) {
                MobileNumber mobile = column == UnitColumn.MOBILE ? mobile(unit) : null;
                String shown = mobile == null ? on : mobile.masked();
                row.faults()
                        .add(
                                column,
                                on.isEmpty() ? "unit.import.differs-from-none" : "unit.import.differs",
                                unit.number(),
                                shown);
            }
        }
    }

    private static ImportRow row(Placed row, UnitList.@Nullable Row unit) {
        if (!row.faults().isEmpty()) {
            return ImportRow.faulty(
                    row.line(),
                    unit == null ? null : unit.id().value(),
                    row.faults().list());
        }
        return unit == null
                ? ImportRow.of(row.line(), RowOutcome.NEW, null, List.of())
                : ImportRow.of(row.line(), RowOutcome.SAME, unit.id().value(), List.of());
    }

    /** Puts in what the register refuses of new units; the others are kept to be looked at together. */
    private List<ImportRow> refuse(Map<Integer, NewUnit> fresh, List<Placed> placed, List<ImportRow> rows) {
        if (fresh.isEmpty()) {
            return rows;
        }
        Map<Integer, UnitFault> refused = new HashMap<>();
        List<Integer> numbers = List.copyOf(fresh.keySet());
        units.check(area, List.copyOf(fresh.values()), by)
                .forEach(fault -> refused.put(numbers.get(fault.index()), fault));
        for (int i = 0; i < rows.size(); i++) {
            Placed row = placed.get(i);
            int number = row.line().number();
            UnitFault fault = refused.get(number);
            if (fault != null) {
                row.faults().add(columnOf(fault), fault.reason());
                rows.set(i, row(row, null));
            } else if (rows.get(i).outcome() == RowOutcome.NEW) {
                told.put(number, Objects.requireNonNull(fresh.get(number)));
            }
        }
        return rows;
    }

    private static UnitColumn columnOf(UnitFault fault) {
        return fault.reason().code().equals(UnitPolicy.DELIVERED_LATER) ? UnitColumn.DELIVERED_ON : UnitColumn.DOOR;
    }

    /** The units that the rows so far make, by their numbers. */
    Map<Integer, NewUnit> told() {
        return told;
    }

    @Override
    public Map<Integer, List<CellFault>> doubts() {
        return doubts.about(area, told, header);
    }
}
