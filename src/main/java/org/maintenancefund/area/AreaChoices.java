package org.maintenancefund.area;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.TextPart;

/**
 * The outcome of a search as a page shows it, for the fragments in {@code area/search}.
 *
 * @param text  what was searched for, as typed; blank where nothing was searched for yet
 * @param page  the cards
 * @param near  what may be meant, where few or none are found
 */
public record AreaChoices(String text, Slice<AreaChoices.Card> page, List<AreaChoices.Card> near) {

    /** Where more are found, nobody looks for another one. */
    private static final int FEW = 5;

    private static final int MOST_NEAR = 8;

    /** Most names are told by their first two characters. */
    private static final int SHORTER = 2;

    /**
     * An area to choose from.
     *
     * @param nameParts its name, with what was searched for marked
     * @param obstacle  why it can't be chosen; null where it can
     */
    public record Card(
            AreaView area,
            List<TextPart> nameParts,
            @Nullable AreaObstacle obstacle) {

        public boolean isBlocked() {
            return obstacle != null;
        }
    }

    /** Before anything was searched for. */
    public static AreaChoices none() {
        return new AreaChoices("", Slice.empty(), List.of());
    }

    /**
     * Searches; a blank text finds nothing here.
     *
     * @param search  what is looked for
     * @param areas   where
     * @param blocked asked once for all areas of the page: which can't be chosen, and why
     */
    public static AreaChoices of(
            AreaSearch search, PropertyAreas areas, Function<List<AreaView>, Map<AreaId, AreaObstacle>> blocked) {
        return isBlank(search.text()) ? none() : found(search, areas, blocked);
    }

    /** The same of a list, in which a blank text finds everything and each can be chosen. */
    public static AreaChoices ofList(AreaSearch search, PropertyAreas areas) {
        return found(search, areas, shown -> Map.of());
    }

    private static AreaChoices found(
            AreaSearch search, PropertyAreas areas, Function<List<AreaView>, Map<AreaId, AreaObstacle>> blocked) {
        Slice<AreaView> found = areas.search(search);
        List<AreaView> near =
                areAll(found) && found.items().size() < FEW ? near(search, areas, found.items()) : List.of();
        List<AreaView> shown =
                Stream.concat(found.items().stream(), near.stream()).toList();
        Map<AreaId, AreaObstacle> obstacles = shown.isEmpty() ? Map.of() : blocked.apply(shown);
        return new AreaChoices(
                search.text(),
                new Slice<>(cards(found.items(), search, obstacles), found.previous(), found.next()),
                cards(near, search, obstacles));
    }

    private static List<AreaView> near(AreaSearch search, PropertyAreas areas, List<AreaView> found) {
        Set<AreaId> shown = found.stream().map(AreaView::id).collect(Collectors.toSet());
        return areas.near(search, MOST_NEAR + FEW).stream()
                .filter(area -> !shown.contains(area.id()))
                .limit(MOST_NEAR)
                .toList();
    }

    private static List<Card> cards(List<AreaView> areas, AreaSearch search, Map<AreaId, AreaObstacle> obstacles) {
        return areas.stream()
                .map(area -> new Card(area, TextPart.of(area.name(), search.text()), obstacles.get(area.id())))
                .toList();
    }

    /** True once something was searched for. */
    public boolean isSearched() {
        return !isBlank(text);
    }

    public boolean isEmpty() {
        return page.isEmpty();
    }

    /** True where there is nothing to choose from, not even what may be meant. */
    public boolean isHopeless() {
        return page.isEmpty() && near.isEmpty();
    }

    /** What is left of the text to try next; null where it is short already. */
    public @Nullable String shorter() {
        String folded = ChineseText.fold(text);
        return ChineseText.length(folded) <= SHORTER
                ? null
                : folded.substring(0, folded.offsetByCodePoints(0, SHORTER));
    }

    /**
     * How many there are, exactly where they are all on the page: among a million areas counting the hits of a frequent word takes
     * longer than finding them, and with more than a page of them people write more of the name.
     */
    public String total() {
        return areAll(page)
                ? Messages.of("area.choices.total", page.items().size())
                : Messages.of("area.choices.many", Slice.SIZE);
    }

    private static boolean areAll(Slice<?> page) {
        return page.previous() == null && page.next() == null;
    }

    private static boolean isBlank(String typed) {
        return ChineseText.fold(typed).isEmpty();
    }
}
