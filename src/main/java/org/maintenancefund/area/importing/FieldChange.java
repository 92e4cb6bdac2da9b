package org.maintenancefund.area.importing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;

/**
 * What a row changes of an area on record, one field.
 *
 * @param label  heading of its column
 * @param before as it is on record, or empty
 * @param after  as it will be, or empty
 */
record FieldChange(String label, String before, String after) {

    private static final String ADDED_ALIASES = Messages.of("area.import.alias");

    private static final List<Field> FIELDS = List.of(
            new Field(ImportColumn.NAME, AreaView::name, NewArea::name),
            new Field(ImportColumn.COMMUNITY, AreaView::community, NewArea::community),
            new Field(ImportColumn.ADDRESS, AreaView::address, NewArea::address),
            new Field(ImportColumn.PARCELS, area -> list(area.parcelNumbers()), area -> list(area.parcelNumbers())),
            new Field(
                    ImportColumn.TYPE,
                    area -> area.type().label(),
                    area -> area.type().label()),
            new Field(
                    ImportColumn.TOTAL,
                    area -> figure(area.floorAreas().total()),
                    area -> figure(area.floorAreas().total())),
            new Field(
                    ImportColumn.RESIDENTIAL,
                    area -> figure(area.floorAreas().residential()),
                    area -> figure(area.floorAreas().residential())),
            new Field(
                    ImportColumn.COMMERCIAL,
                    area -> figure(area.floorAreas().commercial()),
                    area -> figure(area.floorAreas().commercial())),
            new Field(
                    ImportColumn.OTHER,
                    area -> figure(area.floorAreas().other()),
                    area -> figure(area.floorAreas().other())),
            new Field(ImportColumn.BUILDINGS, AreaView::buildings, NewArea::buildings),
            new Field(ImportColumn.HOUSEHOLDS, AreaView::households, NewArea::households),
            new Field(ImportColumn.YEAR, AreaView::yearBuilt, NewArea::yearBuilt),
            new Field(
                    ImportColumn.BANK,
                    area -> account(area.fundAccount(), FundAccount::bank),
                    area -> account(area.fundAccount(), FundAccount::bank)),
            new Field(
                    ImportColumn.ACCOUNT_NAME,
                    area -> account(area.fundAccount(), FundAccount::accountName),
                    area -> account(area.fundAccount(), FundAccount::accountName)),
            new Field(
                    ImportColumn.ACCOUNT_NUMBER,
                    area -> account(area.fundAccount(), FundAccount::accountNumber),
                    area -> account(area.fundAccount(), FundAccount::accountNumber)));

    private record Field(
            ImportColumn column,
            Function<AreaView, @Nullable Object> before,
            Function<NewArea, @Nullable Object> after) {

        FieldChange between(AreaView record, NewArea told) {
            return new FieldChange(column.title(), text(before.apply(record)), text(after.apply(told)));
        }
    }

    /** True where something comes to what is there, which stays. */
    public boolean isAddition() {
        return label.equals(ADDED_ALIASES);
    }

    /**
     * All that {@code told} would change; nothing where it is what is on record.
     *
     * @param street name of the street that is told
     */
    static List<FieldChange> between(AreaView record, NewArea told, String street) {
        Map<ImportColumn, FieldChange> changes = new LinkedHashMap<>();
        FIELDS.forEach(field -> changes.put(field.column(), field.between(record, told)));
        changes.put(
                ImportColumn.STREET,
                record.street().equals(told.street())
                        ? new FieldChange("", "", "")
                        : new FieldChange(ImportColumn.STREET.title(), record.streetName(), street));
        List<String> added = addedAliases(record, told);
        changes.put(ImportColumn.ALIASES, new FieldChange(ADDED_ALIASES, "", list(added)));
        return changes.values().stream()
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** Former names only grow; one that is the name itself, or differs in its width only, is none. */
    private static List<String> addedAliases(AreaView record, NewArea told) {
        List<String> known = record.aliases().stream().map(ChineseText::fold).toList();
        return told.aliases().stream()
                .filter(alias -> !known.contains(ChineseText.fold(alias)))
                .filter(alias -> !ChineseText.fold(alias).equals(ChineseText.fold(told.name())))
                .toList();
    }

    private static String list(List<String> parts) {
        return String.join("、", parts);
    }

    /** 1000.50 and 1000.5 are the same figure. */
    private static String figure(BigDecimal squareMetres) {
        return squareMetres.stripTrailingZeros().toPlainString();
    }

    private static String account(@Nullable FundAccount account, Function<FundAccount, String> part) {
        return account == null ? "" : part.apply(account);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
