package org.maintenancefund.unit.importing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.PlaceText;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitUse;

/** Reads the cells of the rows of one file. */
@RequiredArgsConstructor
final class UnitRowReader {

    private final ImportHeader<UnitColumn> header;
    private final List<Building> buildings;
    private final YearMonth from;

    private String text(ImportLine<UnitColumn> line, UnitColumn column) {
        return header.cell(line.cells(), column);
    }

    /** An empty cell tells nothing, nor does the kind of a payer whom nobody names. */
    boolean tells(ImportLine<UnitColumn> line, UnitColumn column) {
        return !text(line, column).isEmpty()
                && (column != UnitColumn.PAYER_KIND
                        || !text(line, UnitColumn.PAYER).isEmpty());
    }

    /** Where the unit of the row is; null after the faults were noted. */
    @Nullable
    UnitPlace place(ImportLine<UnitColumn> line, RowFaults<UnitColumn> faults) {
        Building building =
                faults.check(UnitColumn.BUILDING, PlaceText.building(text(line, UnitColumn.BUILDING), buildings));
        String entrance = faults.check(UnitColumn.ENTRANCE, PlaceText.entrance(text(line, UnitColumn.ENTRANCE)));
        Optional<Integer> floor = faults.check(UnitColumn.FLOOR, PlaceText.floor(text(line, UnitColumn.FLOOR)));
        String door = faults.check(UnitColumn.DOOR, PlaceText.door(text(line, UnitColumn.DOOR)));
        return building == null || entrance == null || floor == null || door == null
                ? null
                : faults.check(UnitColumn.DOOR, PlaceText.place(building, entrance, floor.orElse(null), door));
    }

    /**
     * The unit of the row; null after the faults were noted.
     *
     * @param place null where that is one of the faults: the other ones are told all the same
     * @param known the mobile number on record, which a list that was exported has masked
     */
    @Nullable
    NewUnit unit(
            ImportLine<UnitColumn> line,
            @Nullable UnitPlace place,
            @Nullable MobileNumber known,
            RowFaults<UnitColumn> faults) {
        FloorArea area = faults.check(UnitColumn.FLOOR_AREA, FloorArea.parse(text(line, UnitColumn.FLOOR_AREA)));
        AreaSource source =
                faults.check(UnitColumn.SOURCE, Labelled.parse(AreaSource.class, text(line, UnitColumn.SOURCE)));
        UnitUse use = faults.check(UnitColumn.USE, Labelled.parse(UnitUse.class, text(line, UnitColumn.USE)));
        Boolean lift = faults.check(UnitColumn.LIFT, yesNo(text(line, UnitColumn.LIFT)));
        boolean liable =
                optional(line, UnitColumn.LIABLE, UnitRowReader::yesNo, faults).orElse(true);
        boolean sold =
                optional(line, UnitColumn.SOLD, UnitRowReader::yesNo, faults).orElse(true);
        Optional<LocalDate> delivered = optional(line, UnitColumn.DELIVERED_ON, TypedDate::parse, faults);
        Optional<YearMonth> charged = optional(line, UnitColumn.CHARGED_FROM, TypedMonth::parse, faults);
        Payer payer = payer(line, known, faults);
        String document = faults.check(
                UnitColumn.DOCUMENT, ChineseText.optional(text(line, UnitColumn.DOCUMENT), Origin.LONGEST_DOCUMENT));
        if (place == null
                || area == null
                || source == null
                || use == null
                || lift == null
                || document == null
                || !faults.isEmpty()) {
            return null;
        }
        UnitFacts facts =
                new UnitFacts(area, source, use, lift, liable, sold, delivered.orElse(null), charged.orElse(null));
        return new NewUnit(place, from, facts, payer, document);
    }

    /** Nobody where neither a name nor a number stands: the kind alone names none. */
    private @Nullable Payer payer(
            ImportLine<UnitColumn> line, @Nullable MobileNumber known, RowFaults<UnitColumn> faults) {
        String name = text(line, UnitColumn.PAYER);
        Optional<MobileNumber> mobile = optional(line, UnitColumn.MOBILE, typed -> mobile(typed, known), faults);
        PayerKind kind = optional(line, UnitColumn.PAYER_KIND, typed -> Labelled.parse(PayerKind.class, typed), faults)
                .orElse(PayerKind.OWNER);
        if (ChineseText.isBlank(name)) {
            if (!text(line, UnitColumn.MOBILE).isEmpty()) {
                faults.add(UnitColumn.PAYER, "unit.payer.name.required");
            }
            return null;
        }
        String called = faults.check(UnitColumn.PAYER, ChineseText.required(name, Payer.LONGEST_NAME));
        return called == null ? null : new Payer(kind, called, mobile.orElse(null));
    }

    private static Checked<MobileNumber> mobile(String typed, @Nullable MobileNumber known) {
        return known != null && typed.equals(known.masked()) ? Checked.ok(known) : MobileNumber.parse(typed);
    }

    /** What is read of a cell that may be empty; empty also after its fault was noted. */
    private <T> Optional<T> optional(
            ImportLine<UnitColumn> line,
            UnitColumn column,
            Function<String, Checked<T>> reader,
            RowFaults<UnitColumn> faults) {
        String typed = text(line, column);
        return typed.isEmpty() ? Optional.empty() : Optional.ofNullable(faults.check(column, reader.apply(typed)));
    }

    private static Checked<Boolean> yesNo(String typed) {
        String said = ChineseText.fold(typed);
        if (Messages.list("unit.import.yes").contains(said)) {
            return Checked.ok(true);
        }
        return Messages.list("unit.import.no").contains(said)
                ? Checked.ok(false)
                : Checked.refused("unit.import.yes-no");
    }
}
