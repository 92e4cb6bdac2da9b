package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.Page;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds the page of the catalogue that an address belongs to; of several the first one, as the security chain does, so that
 * menu and breadcrumb name the page whose right was asked.
 */
@Component
public class CurrentPage {

    private record Entry(PathPattern pattern, Page page) {}

    private final List<Entry> entries = new ArrayList<>();

    CurrentPage() {
        for (Page page : Page.values()) {
            for (String pattern : page.patterns()) {
                entries.add(new Entry(PathPatternParser.defaultInstance.parse(pattern), page));
            }
        }
    }

    /** The page that the request asks for; empty where the catalogue has none. */
    public Optional<Page> of(HttpServletRequest request) {
        PathContainer container = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return entries.stream()
                .filter(entry -> entry.pattern().matches(container))
                .map(Entry::page)
                .findFirst();
    }
}
