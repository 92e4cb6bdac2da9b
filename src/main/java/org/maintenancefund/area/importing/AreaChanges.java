package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.importing.FieldChange;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;

/** What a row changes of an area on record. */
final class AreaChanges {

    private AreaChanges() {}

    /**
     * All that {@code told} would change; nothing where it is what is on record.
     *
     * @param street name of the street that is told
     */
    static List<FieldChange> between(AreaView record, NewArea told, String street) {
        NewArea known = NewArea.of(record);
        List<FieldChange> changes = new ArrayList<>();
        for (AreaColumn column : AreaColumn.values()) {
            changes.add(new FieldChange(column.title(), column.textOf(known), column.textOf(told)));
        }
        if (!record.street().equals(told.street())) {
            changes.add(new FieldChange(AreaColumn.STREET.title(), record.streetName(), street));
        }
        changes.add(
                new FieldChange(Messages.of("area.import.alias"), null, String.join("、", addedAliases(record, told))));
        changes.removeIf(change -> change.replaced().equals(change.after()));
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
