package org.maintenancefund.collection.receipt.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.PlaceText;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.unit.UnitPlace;

/** Which unit a row is about: by its 户号, else by 楼栋, 单元 and 房号. */
@RequiredArgsConstructor
final class RowUnits {

    private static final String RUNNING_NUMBER = "[0-9]{5,7}";

    private final UnitLookup units;
    private final AreaView area;
    private final List<Building> buildings;
    private final ImportHeader<ReceiptColumn> header;

    private final Map<String, FoundUnit> byNumber = new HashMap<>();
    private final Map<UnitPlace.Key, List<FoundUnit>> byDoor = new HashMap<>();

    /** Looks up the units of some rows, by a question for each way to name one. */
    void prepare(List<ImportLine<ReceiptColumn>> lines) {
        byNumber.putAll(units.numbered(lines.stream()
                .map(this::number)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet())));
        units
                .withDoors(
                        area.id(),
                        lines.stream()
                                .filter(line -> number(line).isEmpty())
                                .map(this::place)
                                .flatMap(Optional::stream)
                                .map(UnitPlace::key)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(unit -> door(unit.place())))
                .forEach(byDoor::put);
    }

    private String text(ImportLine<ReceiptColumn> line, ReceiptColumn column) {
        return header.cell(line.cells(), column);
    }

    /** 户号 as registers write it; its running number alone is one of this area. */
    private String number(ImportLine<ReceiptColumn> line) {
        String typed = ChineseText.code(text(line, ReceiptColumn.UNIT_NUMBER)).toUpperCase(Locale.ROOT);
        return typed.matches(RUNNING_NUMBER) ? area.code() + "-" + typed : typed;
    }

    /** Where the unit is, as far as the row tells it; what can't be read is no place. */
    private Optional<UnitPlace> place(ImportLine<ReceiptColumn> line) {
        Checked<UnitPlace> read = read(line);
        return read.isOk() ? Optional.of(read.value()) : Optional.empty();
    }

    private Checked<UnitPlace> read(ImportLine<ReceiptColumn> line) {
        String typed = text(line, ReceiptColumn.DOOR);
        if (text(line, ReceiptColumn.BUILDING).isEmpty()) {
            Checked<String> door = PlaceText.door(typed);
            return door.isOk()
                    ? PlaceText.named(typed, buildings)
                            .<Checked<UnitPlace>>map(Checked::ok)
                            .orElseGet(() -> Checked.refused("collection.counter.nothing", typed))
                    : Checked.refused(door.reason().code(), door.reason().args().toArray());
        }
        Checked<Building> building = PlaceText.building(text(line, ReceiptColumn.BUILDING), buildings);
        Checked<String> entrance = PlaceText.entrance(text(line, ReceiptColumn.ENTRANCE));
        Checked<String> door = PlaceText.door(typed);
        return Stream.of(building, entrance, door)
                .filter(part -> !part.isOk())
                .findFirst()
                .<Checked<UnitPlace>>map(part -> Checked.refused(
                        part.reason().code(), part.reason().args().toArray()))
                .orElseGet(() -> PlaceText.place(building.value(), entrance.value(), null, door.value()));
    }

    private static UnitPlace.Key door(UnitPlace place) {
        return new UnitPlace.Key(place.key().building(), "", place.key().door());
    }

    /** The unit of a row that was prepared; null after its faults were noted. */
    @Nullable
    FoundUnit of(ImportLine<ReceiptColumn> line, RowFaults<ReceiptColumn> faults) {
        String number = number(line);
        if (!number.isEmpty()) {
            return numbered(number, line, faults);
        }
        if (text(line, ReceiptColumn.DOOR).isEmpty()) {
            faults.add(
                    header.has(ReceiptColumn.UNIT_NUMBER) ? ReceiptColumn.UNIT_NUMBER : ReceiptColumn.DOOR,
                    "collection.import.unit.required");
            return null;
        }
        UnitPlace place = faults.check(ReceiptColumn.DOOR, read(line));
        return place == null ? null : placed(place, line, faults);
    }

    private @Nullable FoundUnit numbered(
            String number, ImportLine<ReceiptColumn> line, RowFaults<ReceiptColumn> faults) {
        FoundUnit unit = byNumber.get(number);
        if (unit == null) {
            faults.add(ReceiptColumn.UNIT_NUMBER, "collection.import.unit.unknown", number);
            return null;
        }
        // Somebody else's houses are nobody's to compare with; that it is elsewhere is told by the rules of the
        // counter.
        boolean elsewhere = unit.area().equals(area.id())
                && place(line).filter(place -> !agree(place, unit.place())).isPresent();
        if (elsewhere) {
            faults.add(
                    ReceiptColumn.DOOR,
                    "collection.import.unit.other-place",
                    unit.number(),
                    unit.place().shown());
        }
        return unit;
    }

    private @Nullable FoundUnit placed(
            UnitPlace place, ImportLine<ReceiptColumn> line, RowFaults<ReceiptColumn> faults) {
        List<FoundUnit> found = byDoor.getOrDefault(door(place), List.of()).stream()
                .filter(unit -> agree(place, unit.place()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            faults.add(ReceiptColumn.DOOR, "collection.counter.nothing", place.shown());
        } else {
            faults.add(ReceiptColumn.DOOR, "collection.import.unit.several", place.shown(), found.size());
        }
        return null;
    }

    /** The same house; who tells no 单元 means any. */
    private static boolean agree(UnitPlace told, UnitPlace known) {
        return door(told).equals(door(known))
                && (told.entrance().isEmpty()
                        || told.key().entrance().equals(known.key().entrance()));
    }
}
