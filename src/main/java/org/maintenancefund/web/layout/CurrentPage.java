package org.maintenancefund.web.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.Page;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the page of the catalogue that an address belongs to; of several the most specific one. */
@Component
class CurrentPage {

    private record Entry(PathPattern pattern, Page page) {}

    private final List<Entry> entries = new ArrayList<>();

    CurrentPage() {
        for (Page page : Page.values()) {
            for (String pattern : page.patterns()) {
                entries.add(new Entry(PathPatternParser.defaultInstance.parse(pattern), page));
            }
        }
        entries.sort(Comparator.comparing(Entry::pattern));
    }

    /** The page of a path without the context path. */
    Optional<Page> of(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return entries.stream()
                .filter(entry -> entry.pattern().matches(container))
                .map(Entry::page)
                .findFirst();
    }
}
