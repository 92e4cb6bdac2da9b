package org.maintenancefund.area.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.maintenancefund.kernel.ChineseText;
import org.springframework.stereotype.Component;

/** Reads the cells of one row. An empty cell keeps what an area on record has. */
@Component
class ImportRowReader {

    private final Districts districts;

    ImportRowReader(Districts districts) {
        this.districts = districts;
    }

    /** The street of the row, where district and street are known. */
    Optional<Street> street(ImportHeader header, List<String> cells) {
        return district(header, cells).flatMap(centre -> {
            String wanted = ChineseText.fold(header.cell(cells, ImportColumn.STREET));
            return centre.streets().stream()
                    .filter(street -> ChineseText.fold(street.name()).equals(wanted))
                    .findFirst();
        });
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
    NewArea read(ImportHeader header, List<String> cells, @Nullable AreaView record, RowFaults faults) {
        Cells row = new Cells(header, cells, record != null, faults);
        Optional<Street> street = street(header, cells);
        if (street.isEmpty()
                && (record == null || !row.text(ImportColumn.STREET).isEmpty())) {
            if (district(header, cells).isEmpty()) {
                faults.add(ImportColumn.DISTRICT, "area.import.district-unknown");
            } else {
                faults.add(ImportColumn.STREET, "area.import.street-unknown");
            }
        }
        String name = row.text(ImportColumn.NAME).isEmpty() && record != null
                ? record.name()
                : faults.check(ImportColumn.NAME, AreaText.name(row.text(ImportColumn.NAME)));
        String address =
                row.required(ImportColumn.ADDRESS, AreaText.LONGEST_ADDRESS, record == null ? "" : record.address());
        String community = row.optional(
                ImportColumn.COMMUNITY, AreaText.LONGEST_COMMUNITY, record == null ? "" : record.community());
        List<String> aliases = row.aliases(record, name);
        List<String> parcels = row.text(ImportColumn.PARCELS).isEmpty() && record != null
                ? record.parcelNumbers()
                : faults.check(ImportColumn.PARCELS, AreaText.parcelNumbers(row.text(ImportColumn.PARCELS)));
        AreaType type = type(row, record, faults);
        FloorAreas known = record == null ? null : record.floorAreas();
        BigDecimal total = row.floorArea(ImportColumn.TOTAL, known == null ? null : known.total());
        BigDecimal residential =
                row.floorArea(ImportColumn.RESIDENTIAL, known == null ? BigDecimal.ZERO : known.residential());
        BigDecimal commercial =
                row.floorArea(ImportColumn.COMMERCIAL, known == null ? BigDecimal.ZERO : known.commercial());
        BigDecimal other = row.floorArea(ImportColumn.OTHER, known == null ? BigDecimal.ZERO : known.other());
        Integer buildings = row.number(
                ImportColumn.BUILDINGS, record == null ? null : record.buildings(), 0, AreaText.MOST_BUILDINGS);
        Integer households = row.number(
                ImportColumn.HOUSEHOLDS, record == null ? null : record.households(), 0, AreaText.MOST_HOUSEHOLDS);
        Integer year = row.text(ImportColumn.YEAR).isEmpty()
                ? record == null ? null : record.yearBuilt()
                : faults.check(ImportColumn.YEAR, AreaText.year(row.text(ImportColumn.YEAR)));
        FundAccount account = account(row, record, faults);
        if (!faults.isEmpty()
                || name == null
                || address == null
                || community == null
                || parcels == null
                || type == null
                || total == null
                || residential == null
                || commercial == null
                || other == null
                || buildings == null
                || households == null) {
            return null;
        }
        return new NewArea(
                name,
                aliases,
                street.map(Street::id).orElseGet(() -> record == null ? null : record.street()),
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

    private static @Nullable AreaType type(Cells row, @Nullable AreaView record, RowFaults faults) {
        String typed = ChineseText.fold(row.text(ImportColumn.TYPE));
        if (typed.isEmpty() && record != null) {
            return record.type();
        }
        Optional<AreaType> type = Arrays.stream(AreaType.values())
                .filter(value -> ChineseText.fold(value.label()).equals(typed))
                .findFirst();
        if (type.isEmpty()) {
            faults.add(
                    ImportColumn.TYPE,
                    "area.import.type-unknown",
                    String.join(
                            "、",
                            Arrays.stream(AreaType.values())
                                    .map(AreaType::label)
                                    .toList()));
        }
        return type.orElse(null);
    }

    private static @Nullable FundAccount account(Cells row, @Nullable AreaView record, RowFaults faults) {
        String typed = row.text(ImportColumn.ACCOUNT_NUMBER);
        String bank = row.text(ImportColumn.BANK);
        String holder = row.text(ImportColumn.ACCOUNT_NAME);
        if (typed.isEmpty() && bank.isEmpty() && holder.isEmpty()) {
            return record == null ? null : record.fundAccount();
        }
        if (typed.isEmpty() || bank.isEmpty() || holder.isEmpty()) {
            faults.add(ImportColumn.ACCOUNT_NUMBER, "area.import.account-incomplete");
            return null;
        }
        String number = faults.check(ImportColumn.ACCOUNT_NUMBER, AreaText.accountNumber(typed));
        String checkedBank = row.optional(ImportColumn.BANK, AreaText.LONGEST_BANK, "");
        String checkedHolder = row.optional(ImportColumn.ACCOUNT_NAME, AreaText.LONGEST_BANK, "");
        return number == null || checkedBank == null || checkedHolder == null
                ? null
                : new FundAccount(checkedBank, checkedHolder, number);
    }

    /** One row with the words for what is wrong with it. */
    private record Cells(ImportHeader header, List<String> cells, boolean onRecord, RowFaults faults) {

        String text(ImportColumn column) {
            return header.cell(cells, column);
        }

        @Nullable
        String required(ImportColumn column, int max, String known) {
            return text(column).isEmpty() && onRecord ? known : faults.check(column, AreaText.line(text(column), max));
        }

        @Nullable
        String optional(ImportColumn column, int max, String known) {
            return text(column).isEmpty() ? known : faults.check(column, ChineseText.optional(text(column), max));
        }

        /** What is typed, where it can be kept beside the names that the area has already. */
        List<String> aliases(@Nullable AreaView record, @Nullable String name) {
            String typed = text(ImportColumn.ALIASES);
            List<String> known = record == null ? List.of() : record.aliases();
            List<String> read = typed.isEmpty() ? known : faults.check(ImportColumn.ALIASES, AreaText.aliases(typed));
            if (read == null) {
                return List.of();
            }
            List<String> all = new ArrayList<>(known);
            all.addAll(read);
            if (record != null) {
                all.add(record.name());
            }
            faults.check(ImportColumn.ALIASES, AreaText.formerNames(name == null ? "" : name, all));
            return read;
        }

        @Nullable
        BigDecimal floorArea(ImportColumn column, @Nullable BigDecimal known) {
            return text(column).isEmpty() && known != null
                    ? known
                    : faults.check(column, AreaText.floorArea(text(column)));
        }

        @Nullable
        Integer number(ImportColumn column, @Nullable Integer known, int least, int most) {
            return text(column).isEmpty() && known != null
                    ? known
                    : faults.check(column, AreaText.wholeNumber(text(column), least, most));
        }
    }
}
