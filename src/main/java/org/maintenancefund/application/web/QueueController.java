package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.QueueCounts;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.application.QueueFilter;
import org.maintenancefund.application.QueueTab;
import org.maintenancefund.application.ReviewQueue;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.Tab;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The district's queues: one page for every kind of application. */
@PerKind(PerKind.Address.REVIEWS)
class QueueController {

    private final ReviewQueue queue;
    private final QueueFigures figures;
    private final Districts districts;
    private final Exports exports;

    QueueController(ReviewQueue queue, QueueFigures figures, Districts districts, Exports exports) {
        this.queue = queue;
        this.figures = figures;
        this.districts = districts;
        this.exports = exports;
    }

    @GetMapping
    String queue(
            QueueForm form,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        DistrictId district = district(user);
        String path = kind.reviewPath();
        QueueFilter filter = form.toFilter();
        QueueCounts counts = figures.counts(kind, district);
        List<Street> streets = streets(district);
        model.addAttribute("kind", kind);
        model.addAttribute("path", path);
        model.addAttribute("form", form);
        model.addAttribute("filter", filter);
        model.addAttribute("streets", streets);
        model.addAttribute("tags", kind.tags());
        model.addAttribute("counts", counts);
        model.addAttribute("tabs", tabs(form, filter, counts, path));
        Cursor cursor = ReviewQueue.cursor(after, before);
        List<Chip> chips = form.chips(path, street(streets, filter), kind.tags(), cursor);
        boolean readable = Chips.readable(chips);
        model.addAttribute("chips", chips);
        model.addAttribute("count", readable ? queue.count(kind, district, filter) : CappedCount.none());
        model.addAttribute("slice", readable ? queue.list(kind, district, filter, cursor) : Slice.empty());
        return "application/queue";
    }

    /** 导出 Excel of the tab, with its filters. */
    @GetMapping("/export")
    void export(
            QueueForm form,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            HttpServletResponse response)
            throws IOException {
        DistrictId district = district(user);
        QueueFilter filter = form.toFilter();
        String path = kind.reviewPath();
        List<Chip> chips =
                new ArrayList<>(form.chips(path, street(streets(district), filter), kind.tags(), Cursor.start()));
        chips.add(0, new Chip(filter.tab().label(), form.hrefOf(filter.tab(), path)));
        exports.send(
                response,
                new Export<>(
                        kind.reviews().label(),
                        chips,
                        queue.count(kind, district, filter),
                        QueueColumns.of(kind),
                        new Batches<>(ReviewQueue.KEY_PARTS, cursor -> queue.batch(kind, district, filter, cursor))));
    }

    private static DistrictId district(CurrentUser user) {
        return user.districtIfAny().orElseThrow(() -> new NotFound("district"));
    }

    private List<Street> streets(DistrictId district) {
        return districts.find(district).map(DistrictCentre::streets).orElse(List.of());
    }

    private static String street(List<Street> streets, QueueFilter filter) {
        return streets.stream()
                .filter(s -> s.id().value().equals(filter.street()))
                .map(Street::name)
                .findFirst()
                .orElse("");
    }

    private static List<Tab> tabs(QueueForm form, QueueFilter filter, QueueCounts counts, String path) {
        return Arrays.stream(QueueTab.values())
                .map(tab -> new Tab(
                        tab.label(), form.hrefOf(tab, path), counts.of(tab).toString(), tab == filter.tab()))
                .toList();
    }
}
