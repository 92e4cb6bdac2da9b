package org.maintenancefund.unit.opening.importing;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningList;

/** Reads the cells of the rows of one file. */
@RequiredArgsConstructor
final class OpeningRowReader {

    private final ImportHeader<OpeningColumn> header;
    private final AreaId area;

    private String text(ImportLine<OpeningColumn> line, OpeningColumn column) {
        return header.cell(line.cells(), column);
    }

    /** 户号 of the row as registers write it; empty where none stands there. */
    String number(ImportLine<OpeningColumn> line) {
        return ChineseText.code(text(line, OpeningColumn.NUMBER)).toUpperCase(Locale.ROOT);
    }

    /**
     * The unit of the row; null after the faults were noted.
     *
     * @param found what has that number, of whatever area
     */
    OpeningList.@Nullable Row unit(
            ImportLine<OpeningColumn> line, OpeningList.@Nullable Row found, RowFaults<OpeningColumn> faults) {
        if (number(line).isEmpty()) {
            faults.add(OpeningColumn.NUMBER, "unit.opening.import.number-required");
            return null;
        }
        if (found == null) {
            faults.add(OpeningColumn.NUMBER, "unit.opening.import.unknown");
            return null;
        }
        if (!found.area().equals(area)) {
            faults.add(OpeningColumn.NUMBER, "unit.opening.import.other-area");
            return null;
        }
        String place = text(line, OpeningColumn.PLACE);
        String shown = found.place().shown();
        if (!place.isEmpty() && !NameWriting.of(place).equals(NameWriting.of(shown))) {
            faults.add(OpeningColumn.PLACE, "unit.opening.import.other-place", found.number(), shown);
        }
        return found;
    }

    /**
     * What the row tells; null after the faults were noted. An empty 首期原值 says nothing: what is on record stays.
     *
     * @param unit null where that is one of the faults: the other ones are told all the same
     */
    @Nullable
    OpeningEntry entry(
            ImportLine<OpeningColumn> line, OpeningList.@Nullable Row unit, RowFaults<OpeningColumn> faults) {
        String first = text(line, OpeningColumn.ORIGINAL);
        String left = text(line, OpeningColumn.BALANCE);
        Money original = first.isEmpty() ? null : faults.check(OpeningColumn.ORIGINAL, Money.parsePositive(first));
        if (left.isEmpty()) {
            faults.add(OpeningColumn.BALANCE, "unit.opening.import.balance-required");
        }
        Money balance = left.isEmpty() ? null : faults.check(OpeningColumn.BALANCE, Money.parse(left));
        if (unit == null || balance == null || !faults.isEmpty()) {
            return null;
        }
        OpeningList.Line known = unit.line();
        return new OpeningEntry(unit.id(), original == null && known != null ? known.original() : original, balance);
    }
}
