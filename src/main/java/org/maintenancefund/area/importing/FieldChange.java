package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.area.AreaView;
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
        NewArea known = NewArea.of(record);
        List<FieldChange> changes = new ArrayList<>();
        for (ImportColumn column : ImportColumn.values()) {
            changes.add(new FieldChange(column.title(), column.textOf(known), column.textOf(told)));
        }
        if (!record.street().equals(told.street())) {
            changes.add(new FieldChange(ImportColumn.STREET.title(), record.streetName(), street));
        }
        changes.add(new FieldChange(ADDED_ALIASES, "", String.join("、", addedAliases(record, told))));
        changes.removeIf(change -> change.before().equals(change.after()));
        return List.copyOf(changes);
    }

    /** Former names only grow; one that is the name itself, or differs in its width only, is none. */
    private static List<String> addedAliases(AreaView record, NewArea told) {
        List<String> known = record.aliases().stream().map(ChineseText::fold).toList();
        return told.aliases().stream()
                .filter(alias -> !known.contains(ChineseText.fold(alias)))
                .filter(alias -> !ChineseText.fold(alias).equals(ChineseText.fold(told.name())))
                .toList();
    }
}
