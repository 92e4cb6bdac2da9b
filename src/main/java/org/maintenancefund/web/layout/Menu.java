package org.maintenancefund.web.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.MenuGroup;
import org.maintenancefund.access.Page;

/** Draws the page catalogue up as the menu of one person: only what the role may open, headings as in the manual. */
@RequiredArgsConstructor
final class Menu {

    private static final Map<MenuGroup, String> ICONS = new EnumMap<>(Map.of(
            MenuGroup.BASIC_INFORMATION, "building", MenuGroup.COLLECTION, "cash-coin", MenuGroup.SYSTEM, "gear"));

    private static final Map<Page, String> PAGE_ICONS =
            new EnumMap<>(Map.of(Page.WORKBENCH, "house", Page.STATISTICS, "bar-chart-line"));

    /** So many lines are taken in at one look. */
    private static final int MANY = 10;

    private final CurrentUser user;
    private final @Nullable Page current;
    private final Map<Page, Long> counts;

    List<MenuItem> items() {
        return itemsUnder(null);
    }

    /** The lines right below a heading, in the order of the catalogue; a heading stands where its first page does. */
    private List<MenuItem> itemsUnder(@Nullable MenuGroup heading) {
        List<MenuItem> items = new ArrayList<>();
        List<MenuGroup> drawn = new ArrayList<>();
        for (Page page : Page.values()) {
            if (!page.inMenu() || !page.isOpenTo(user.role())) {
                continue;
            }
            if (page.group().orElse(null) == heading) {
                items.add(link(page));
            } else {
                headingBelow(heading, page)
                        .filter(group -> !drawn.contains(group))
                        .ifPresent(group -> {
                            drawn.add(group);
                            items.add(MenuItem.heading(group.label(), ICONS.get(group), calm(itemsUnder(group))));
                        });
            }
        }
        return items;
    }

    /** Where many lines stand under several headings, only those are seen that the open page is among. */
    private static List<MenuItem> calm(List<MenuItem> items) {
        boolean headed = items.stream().filter(MenuItem::isHeading).count() > 1;
        boolean many = items.stream().mapToInt(MenuItem::links).sum() > MANY;
        return headed && many ? items.stream().map(MenuItem::fold).toList() : items;
    }

    /** Of the headings over a page, the one that stands right below the given one. */
    private static Optional<MenuGroup> headingBelow(@Nullable MenuGroup heading, Page page) {
        MenuGroup group = page.group().orElse(null);
        while (group != null && group.parent().orElse(null) != heading) {
            group = group.parent().orElse(null);
        }
        return Optional.ofNullable(group);
    }

    private MenuItem link(Page page) {
        return MenuItem.link(
                page.labelFor(user.role()),
                PAGE_ICONS.get(page),
                page.path(),
                counts.getOrDefault(page, 0L),
                page == current);
    }
}
