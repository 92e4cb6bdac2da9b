package org.maintenancefund.area.importing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Labelled;
import org.springframework.stereotype.Component;

/** Reads the cells of one row. An empty cell keeps what an area on record has. */
@Component
@RequiredArgsConstructor
class AreaRowReader {

    private final Districts districts;
    private final Clock clock;

    /** The street of the row, where district and street are known. */
    Optional<Street> street(ImportHeader<AreaColumn> header, List<String> cells) {
        return district(header, cells).flatMap(centre -> {
            String wanted = ChineseText.fold(header.cell(cells, AreaColumn.STREET));
            return centre.streets().stream()
                    .filter(street -> ChineseText.fold(street.name()).equals(wanted))
                    .findFirst();
        });
    }

    private Checked<Integer> year(String typed) {
        return AreaText.yearUntil(typed, Year.now(clock).getValue());
    }

    private Optional<DistrictCentre> district(ImportHeader<AreaColumn> header, List<String> cells) {
        String wanted = ChineseText.fold(header.cell(cells, AreaColumn.DISTRICT));
        return districts.all().stream()
                .filter(centre -> ChineseText.fold(centre.name()).equals(wanted)
                        || ChineseText.fold(centre.code()).equals(wanted))
                .findFirst();
    }

    /** The area of the row on top of what is on record; null after the faults were noted. */
    @Nullable
    NewArea read(
            ImportHeader<AreaColumn> header,
            List<String> cells,
            @Nullable AreaView record,
            RowFaults<AreaColumn> faults) {
        NewArea known = record == null ? null : NewArea.of(record);
        Cells row = new Cells(header, cells, known, faults);
        Optional<Street> street = street(header, cells);
        if (street.isEmpty() && (known == null || !row.text(AreaColumn.STREET).isEmpty())) {
            if (district(header, cells).isEmpty()) {
                faults.add(AreaColumn.DISTRICT, "area.import.district-unknown");
            } else {
                faults.add(AreaColumn.STREET, "area.import.street-unknown");
            }
        }
        String name = row.read(AreaColumn.NAME, NewArea::name, AreaText::name);
        List<String> aliases = row.aliases(name);
        String community = row.read(AreaColumn.COMMUNITY, NewArea::community, AreaText::community);
        String address = row.read(AreaColumn.ADDRESS, NewArea::address, AreaText::address);
        List<String> parcels = row.read(AreaColumn.PARCELS, NewArea::parcelNumbers, AreaText::parcelNumbers);
        AreaType type = row.read(AreaColumn.TYPE, NewArea::type, typed -> Labelled.parse(AreaType.class, typed));
        BigDecimal total = row.read(AreaColumn.TOTAL, area -> area.floorAreas().total(), AreaText::floorArea);
        BigDecimal residential =
                row.read(AreaColumn.RESIDENTIAL, area -> area.floorAreas().residential(), AreaText::partOfFloorArea);
        BigDecimal commercial =
                row.read(AreaColumn.COMMERCIAL, area -> area.floorAreas().commercial(), AreaText::partOfFloorArea);
        BigDecimal other = row.read(AreaColumn.OTHER, area -> area.floorAreas().other(), AreaText::partOfFloorArea);
        Integer buildings = row.read(
                AreaColumn.BUILDINGS,
                NewArea::buildings,
                typed -> AreaText.wholeNumber(typed, 0, AreaText.MOST_BUILDINGS));
        Integer households = row.read(AreaColumn.HOUSEHOLDS, NewArea::households, AreaText::households);
        Integer year = known == null && row.text(AreaColumn.YEAR).isEmpty()
                ? null
                : row.read(AreaColumn.YEAR, NewArea::yearBuilt, this::year);
        FundAccount account = row.account();
        if (!faults.isEmpty()) {
            return null;
        }
        return new NewArea(
                name,
                aliases,
                street.map(Street::id)
                        .orElseGet(() -> Objects.requireNonNull(known).street()),
                community,
                address,
                parcels,
                type,
                new FloorAreas(total, residential, commercial, other),
                buildings,
                households,
                year,
                account);
    }

    /**
     * One row with the words for what is wrong with it.
     *
     * @param known what is on record of its area; null for a new one
     */
    private record Cells(
            ImportHeader<AreaColumn> header,
            List<String> cells,
            @Nullable NewArea known,
            RowFaults<AreaColumn> faults) {

        String text(AreaColumn column) {
            return header.cell(cells, column);
        }

        /** What stands in the cell, or is on record where it is empty; null only beside a fault, and then nobody looks at it. */
        @SuppressWarnings("NullAway")
        <T> T read(AreaColumn column, Function<NewArea, T> onRecord, Function<String, Checked<T>> reader) {
            return known != null && text(column).isEmpty()
                    ? onRecord.apply(known)
                    : faults.check(column, reader.apply(text(column)));
        }

        /** What is typed, where it can be kept beside the names that the area has already. */
        List<String> aliases(@Nullable String name) {
            String typed = text(AreaColumn.ALIASES);
            List<String> all = new ArrayList<>(known == null ? List.of() : known.aliases());
            List<String> read =
                    typed.isEmpty() ? List.copyOf(all) : faults.check(AreaColumn.ALIASES, AreaText.aliases(typed));
            if (read == null) {
                return List.of();
            }
            all.addAll(read);
            if (known != null) {
                all.add(known.name());
            }
            faults.check(AreaColumn.ALIASES, AreaText.formerNames(name == null ? "" : name, all));
            return read;
        }

        /** All three parts of an account, or none of them. */
        @Nullable
        FundAccount account() {
            String number = text(AreaColumn.ACCOUNT_NUMBER);
            String bank = text(AreaColumn.BANK);
            String holder = text(AreaColumn.ACCOUNT_NAME);
            if (number.isEmpty() && bank.isEmpty() && holder.isEmpty()) {
                return known == null ? null : known.fundAccount();
            }
            if (number.isEmpty() || bank.isEmpty() || holder.isEmpty()) {
                faults.add(AreaColumn.ACCOUNT_NUMBER, "area.import.account-incomplete");
                return null;
            }
            String readNumber = faults.check(AreaColumn.ACCOUNT_NUMBER, AreaText.accountNumber(number));
            String readBank = faults.check(AreaColumn.BANK, ChineseText.optional(bank, AreaText.LONGEST_BANK));
            String readHolder =
                    faults.check(AreaColumn.ACCOUNT_NAME, ChineseText.optional(holder, AreaText.LONGEST_BANK));
            return readNumber == null || readBank == null || readHolder == null
                    ? null
                    : new FundAccount(readBank, readHolder, readNumber);
        }
    }
}
