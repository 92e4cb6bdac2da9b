package org.maintenancefund.area;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area as a card to choose from.
 *
 * @param area           the area
 * @param nameParts      its name, with what was searched for marked
 * @param blockedBecause why it can't be chosen, as a short sentence for the page; null where it can
 */
public record AreaChoice(
        AreaView area, List<TextPart> nameParts, @Nullable String blockedBecause) {

    static AreaChoice of(AreaView area, String searched, @Nullable String blockedBecause) {
        return new AreaChoice(area, TextPart.of(area.name(), searched), blockedBecause);
    }

    public boolean isBlocked() {
        return blockedBecause != null;
    }
}
