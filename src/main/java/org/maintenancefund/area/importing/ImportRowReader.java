package org.maintenancefund.area.importing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** Reads the cells of one row. An empty cell keeps what an area on record has. */
@Component
@RequiredArgsConstructor
class ImportRowReader {

    private final Districts districts;
    private final Clock clock;

    /** The street of the row, where district and street are known. */
    Optional<Street> street(ImportHeader header, List<String> cells) {
        return district(header, cells).flatMap(centre -> {
            String wanted = ChineseText.fold(header.cell(cells, ImportColumn.STREET));
            return centre.streets().stream()
                    .filter(street -> ChineseText.fold(street.name()).equals(wanted))
                    .findFirst();
        });
    }

    private Checked<Integer> year(String typed) {
        return AreaText.yearUntil(typed, Year.now(clock).getValue());
    }

    private Optional<DistrictCentre> district(ImportHeader header, List<String> cells) {
        String wanted = ChineseText.fold(header.cell(cells, ImportColumn.DISTRICT));
        return districts.all().stream()
                .filter(centre -> ChineseText.fold(centre.name()).equals(wanted)
                        || ChineseText.fold(centre.code()).equals(wanted))
                .findFirst();
    }

    /** The area of the row on top of what is on record; null after the faults were noted. */
    @Nullable
    NewArea read(ImportHeader header, List<String> cells, @Nullable AreaView record, Faults faults) {
        NewArea known = record == null ? null : NewArea.of(record);
        Cells row = new Cells(header, cells, known, faults);
        Optional<Street> street = street(header, cells);
        if (street.isEmpty() && (known == null || !row.text(ImportColumn.STREET).isEmpty())) {
            if (district(header, cells).isEmpty()) {
                faults.add(ImportColumn.DISTRICT, "area.import.district-unknown");
            } else {
                faults.add(ImportColumn.STREET, "area.import.street-unknown");
            }
        }
        String name = row.read(ImportColumn.NAME, NewArea::name, AreaText::name);
        List<String> aliases = row.aliases(name);
        String community = row.read(ImportColumn.COMMUNITY, NewArea::community, AreaText::community);
        String address = row.read(ImportColumn.ADDRESS, NewArea::address, AreaText::address);
        List<String> parcels = row.read(ImportColumn.PARCELS, NewArea::parcelNumbers, AreaText::parcelNumbers);
        AreaType type = row.read(ImportColumn.TYPE, NewArea::type, ImportRowReader::type);
        BigDecimal total =
                row.read(ImportColumn.TOTAL, area -> area.floorAreas().total(), AreaText::floorArea);
        BigDecimal residential =
                row.read(ImportColumn.RESIDENTIAL, area -> area.floorAreas().residential(), AreaText::partOfFloorArea);
        BigDecimal commercial =
                row.read(ImportColumn.COMMERCIAL, area -> area.floorAreas().commercial(), AreaText::partOfFloorArea);
        BigDecimal other =
                row.read(ImportColumn.OTHER, area -> area.floorAreas().other(), AreaText::partOfFloorArea);
        Integer buildings = row.read(
                ImportColumn.BUILDINGS,
                NewArea::buildings,
                typed -> AreaText.wholeNumber(typed, 0, AreaText.MOST_BUILDINGS));
        Integer households = row.read(ImportColumn.HOUSEHOLDS, NewArea::households, AreaText::households);
        Integer year = known == null && row.text(ImportColumn.YEAR).isEmpty()
                ? null
                : row.read(ImportColumn.YEAR, NewArea::yearBuilt, this::year);
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

    private static Checked<AreaType> type(String typed) {
        return Arrays.stream(AreaType.values())
                .filter(value -> ChineseText.fold(value.label()).equals(ChineseText.fold(typed)))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused(
                        "area.import.type-unknown",
                        Arrays.stream(AreaType.values()).map(AreaType::label).collect(Collectors.joining("、"))));
    }

    /** Collects what is wrong with one row, cell by cell; of each cell the first thing only. */
    static final class Faults {

        private final Map<ImportColumn, String> faults = new EnumMap<>(ImportColumn.class);

        void add(ImportColumn column, String code, Object... args) {
            add(column, Reason.of(code, args));
        }

        void add(ImportColumn column, Reason reason) {
            faults.putIfAbsent(column, column.title() + "：" + Messages.of(reason));
        }

        <T> @Nullable T check(ImportColumn column, Checked<T> checked) {
            if (checked.isOk()) {
                return checked.value();
            }
            add(column, checked.reason());
            return null;
        }

        boolean isEmpty() {
            return faults.isEmpty();
        }

        String text() {
            return faults.values().stream().collect(Collectors.joining("；"));
        }
    }

    /**
     * One row with the words for what is wrong with it.
     *
     * @param known what is on record of its area; null for a new one
     */
    private record Cells(
            ImportHeader header,
            List<String> cells,
            @Nullable NewArea known,
            Faults faults) {

        String text(ImportColumn column) {
            return header.cell(cells, column);
        }

        /** What stands in the cell, or is on record where it is empty; null only beside a fault, and then nobody looks at it. */
        @SuppressWarnings("NullAway")
        <T> T read(ImportColumn column, Function<NewArea, T> onRecord, Function<String, Checked<T>> reader) {
            return known != null && text(column).isEmpty()
                    ? onRecord.apply(known)
                    : faults.check(column, reader.apply(text(column)));
        }

        /** What is typed, where it can be kept beside the names that the area has already. */
        List<String> aliases(@Nullable String name) {
            String typed = text(ImportColumn.ALIASES);
            List<String> all = new ArrayList<>(known == null ? List.of() : known.aliases());
            List<String> read =
                    typed.isEmpty() ? List.copyOf(all) : faults.check(ImportColumn.ALIASES, AreaText.aliases(typed));
            if (read == null) {
                return List.of();
            }
            all.addAll(read);
            if (known != null) {
                all.add(known.name());
            }
            faults.check(ImportColumn.ALIASES, AreaText.formerNames(name == null ? "" : name, all));
            return read;
        }

        /** All three parts of an account, or none of them. */
        @Nullable
        FundAccount account() {
            String number = text(ImportColumn.ACCOUNT_NUMBER);
            String bank = text(ImportColumn.BANK);
            String holder = text(ImportColumn.ACCOUNT_NAME);
            if (number.isEmpty() && bank.isEmpty() && holder.isEmpty()) {
                return known == null ? null : known.fundAccount();
            }
            if (number.isEmpty() || bank.isEmpty() || holder.isEmpty()) {
                faults.add(ImportColumn.ACCOUNT_NUMBER, "area.import.account-incomplete");
                return null;
            }
            String readNumber = faults.check(ImportColumn.ACCOUNT_NUMBER, AreaText.accountNumber(number));
            String readBank = faults.check(ImportColumn.BANK, ChineseText.optional(bank, AreaText.LONGEST_BANK));
            String readHolder =
                    faults.check(ImportColumn.ACCOUNT_NAME, ChineseText.optional(holder, AreaText.LONGEST_BANK));
            return readNumber == null || readBank == null || readHolder == null
                    ? null
                    : new FundAccount(readBank, readHolder, readNumber);
        }
    }
}
