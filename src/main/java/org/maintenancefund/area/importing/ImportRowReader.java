package org.maintenancefund.area.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.ChineseText;
import org.springframework.stereotype.Component;

/** Reads the cells of one row. An empty cell keeps what an area on record has. */
@Component
class ImportRowReader {

    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_COMMUNITY = 40;
    private static final int LONGEST_PARCEL = 40;
    private static final int MOST_PARCELS = 20;
    private static final int LONGEST_BANK = 60;
    private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");
    private static final Pattern LIST = Pattern.compile("[、,，;；\\n]+");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,30}");

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
        String name = row.required(ImportColumn.NAME, PropertyAreas.LONGEST_NAME, record == null ? "" : record.name());
        if (name != null && ChineseText.length(name) < PropertyAreas.SHORTEST_NAME) {
            faults.add(ImportColumn.NAME, "area.name.too-short", PropertyAreas.SHORTEST_NAME);
        }
        String address = row.required(ImportColumn.ADDRESS, LONGEST_ADDRESS, record == null ? "" : record.address());
        String community =
                row.optional(ImportColumn.COMMUNITY, LONGEST_COMMUNITY, record == null ? "" : record.community());
        List<String> aliases = row.list(
                ImportColumn.ALIASES, PropertyAreas.LONGEST_NAME, record == null ? List.of() : record.aliases());
        List<String> parcels =
                row.list(ImportColumn.PARCELS, LONGEST_PARCEL, record == null ? List.of() : record.parcelNumbers());
        if (parcels.size() > MOST_PARCELS) {
            faults.add(ImportColumn.PARCELS, "area.import.too-many-parcels", MOST_PARCELS);
        }
        AreaType type = type(row, record, faults);
        FloorAreas known = record == null ? null : record.floorAreas();
        BigDecimal total = row.figure(ImportColumn.TOTAL, known == null ? null : known.total(), LARGEST);
        BigDecimal residential =
                row.figure(ImportColumn.RESIDENTIAL, known == null ? BigDecimal.ZERO : known.residential(), LARGEST);
        BigDecimal commercial =
                row.figure(ImportColumn.COMMERCIAL, known == null ? BigDecimal.ZERO : known.commercial(), LARGEST);
        BigDecimal other = row.figure(ImportColumn.OTHER, known == null ? BigDecimal.ZERO : known.other(), LARGEST);
        Integer buildings = row.number(ImportColumn.BUILDINGS, record == null ? null : record.buildings(), 0, 9_999);
        Integer households =
                row.number(ImportColumn.HOUSEHOLDS, record == null ? null : record.households(), 0, 999_999);
        Integer year = row.text(ImportColumn.YEAR).isEmpty()
                ? record == null ? null : record.yearBuilt()
                : row.number(ImportColumn.YEAR, null, 1900, 2100);
        FundAccount account = account(row, record, faults);
        if (!faults.isEmpty()
                || name == null
                || address == null
                || community == null
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
        String number = ChineseText.withoutSpaces(ChineseText.nfkc(row.text(ImportColumn.ACCOUNT_NUMBER)));
        String bank = row.text(ImportColumn.BANK);
        String holder = row.text(ImportColumn.ACCOUNT_NAME);
        if (number.isEmpty() && bank.isEmpty() && holder.isEmpty()) {
            return record == null ? null : record.fundAccount();
        }
        if (number.isEmpty() || bank.isEmpty() || holder.isEmpty()) {
            faults.add(ImportColumn.ACCOUNT_NUMBER, "area.import.account-incomplete");
            return null;
        }
        if (!ACCOUNT.matcher(number).matches()) {
            faults.add(ImportColumn.ACCOUNT_NUMBER, "area.import.account-number");
            return null;
        }
        String checkedBank = row.optional(ImportColumn.BANK, LONGEST_BANK, "");
        String checkedHolder = row.optional(ImportColumn.ACCOUNT_NAME, LONGEST_BANK, "");
        return checkedBank == null || checkedHolder == null
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
            return text(column).isEmpty() && onRecord
                    ? known
                    : faults.check(column, ChineseText.required(text(column), max));
        }

        @Nullable
        String optional(ImportColumn column, int max, String known) {
            return text(column).isEmpty() ? known : faults.check(column, ChineseText.optional(text(column), max));
        }

        List<String> list(ImportColumn column, int max, List<String> known) {
            if (text(column).isEmpty()) {
                return known;
            }
            List<String> read = new ArrayList<>();
            for (String part : LIST.split(text(column))) {
                if (!part.isBlank()) {
                    String one = faults.check(column, ChineseText.required(part, max));
                    if (one != null && !read.contains(one)) {
                        read.add(one);
                    }
                }
            }
            return read;
        }

        @Nullable
        BigDecimal figure(ImportColumn column, @Nullable BigDecimal known, BigDecimal most) {
            String typed =
                    ChineseText.withoutSpaces(ChineseText.nfkc(text(column))).replace(",", "");
            if (typed.isEmpty()) {
                if (known == null) {
                    faults.add(column, "area.import.figure");
                }
                return known;
            }
            try {
                BigDecimal read = new BigDecimal(typed).setScale(2, RoundingMode.HALF_UP);
                if (typed.length() < 30 && read.signum() >= 0 && read.compareTo(most) <= 0) {
                    return read;
                }
            } catch (NumberFormatException notANumber) {
                // told below
            }
            faults.add(column, "area.import.figure");
            return null;
        }

        @Nullable
        Integer number(ImportColumn column, @Nullable Integer known, int least, int most) {
            BigDecimal read =
                    figure(column, known == null ? null : BigDecimal.valueOf(known), BigDecimal.valueOf(most));
            if (read == null) {
                return null;
            }
            if (read.stripTrailingZeros().scale() > 0 || read.intValue() < least) {
                faults.add(column, "area.import.whole-number", least, most);
                return null;
            }
            return read.intValue();
        }
    }
}
