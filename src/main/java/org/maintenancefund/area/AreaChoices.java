package org.maintenancefund.area;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Slice;

/**
 * The outcome of a search as a page shows it, for the fragments in {@code area/search}.
 *
 * @param text  what was searched for, as typed; blank where nothing was searched for yet
 * @param page  the cards
 * @param count how many there are over all pages
 */
public record AreaChoices(String text, Slice<AreaChoices.Card> page, CappedCount count) {

    /**
     * An area to choose from.
     *
     * @param nameParts      its name, with what was searched for marked
     * @param blockedBecause why it can't be chosen, as a short sentence for the page; null where it can
     */
    public record Card(
            AreaView area,
            List<TextPart> nameParts,
            @Nullable String blockedBecause) {

        public boolean isBlocked() {
            return blockedBecause != null;
        }
    }

    /** Before anything was searched for. */
    public static AreaChoices none() {
        return new AreaChoices("", Slice.empty(), CappedCount.ofCountedUpToOneMore(0));
    }

    /**
     * Searches; a blank text finds nothing here, other than in a list.
     *
     * @param search  what is looked for
     * @param areas   where
     * @param blocked asked once for all areas of the page: which can't be chosen, and why, in a short sentence
     */
    public static AreaChoices of(
            AreaSearch search, PropertyAreas areas, Function<List<AreaView>, Map<AreaId, String>> blocked) {
        if (isBlank(search.text())) {
            return none();
        }
        Slice<AreaView> found = areas.search(search);
        Map<AreaId, String> reasons = found.isEmpty() ? Map.of() : blocked.apply(found.items());
        List<Card> cards = found.items().stream()
                .map(area -> new Card(area, TextPart.of(area.name(), search.text()), reasons.get(area.id())))
                .toList();
        boolean all = search.cursor().atStart() && found.next() == null;
        return new AreaChoices(
                search.text(),
                new Slice<>(cards, found.previous(), found.next()),
                all ? new CappedCount(cards.size(), false) : areas.count(search));
    }

    /** True once something was searched for. */
    public boolean isSearched() {
        return !isBlank(text);
    }

    public boolean isEmpty() {
        return page.isEmpty();
    }

    private static boolean isBlank(String typed) {
        return ChineseText.fold(typed).isEmpty();
    }
}
