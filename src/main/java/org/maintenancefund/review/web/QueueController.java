package org.maintenancefund.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.QueueCounts;
import org.maintenancefund.review.QueueFilter;
import org.maintenancefund.review.QueueTab;
import org.maintenancefund.review.ReviewQueue;
import org.maintenancefund.review.domain.ApplicationTypes;
import org.maintenancefund.web.Tab;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The district's queues: one page for every kind of application. */
@Controller
class QueueController {

    private final ReviewQueue queue;
    private final ApplicationTypes types;
    private final Districts districts;

    QueueController(ReviewQueue queue, ApplicationTypes types, Districts districts) {
        this.queue = queue;
        this.types = types;
        this.districts = districts;
    }

    @GetMapping({
        "/committees/reviews",
        "/associations/reviews",
        "/enterprises/reviews",
        "/committees/changes/reviews",
        "/areas/applications/reviews"
    })
    String queue(
            QueueForm form,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        ApplicationKind kind = ReviewedKind.of(request);
        DistrictId district = user.districtIfAny().orElseThrow(() -> new NotFound("district"));
        String path = ReviewedKind.path(kind);
        QueueFilter filter = form.toFilter();
        QueueCounts counts = queue.counts(kind, district);
        List<Street> streets =
                districts.find(district).map(DistrictCentre::streets).orElse(List.of());
        String street = streets.stream()
                .filter(s -> s.id().value().equals(filter.street()))
                .map(Street::name)
                .findFirst()
                .orElse("");
        model.addAttribute("kind", kind);
        model.addAttribute("path", path);
        model.addAttribute("form", form);
        model.addAttribute("filter", filter);
        model.addAttribute("streets", streets);
        model.addAttribute("tags", types.of(kind).tags());
        model.addAttribute("counts", counts);
        model.addAttribute("tabs", tabs(form, filter, counts, path));
        model.addAttribute("chips", form.chips(path, street));
        model.addAttribute("count", queue.count(kind, district, filter));
        model.addAttribute("slice", queue.list(kind, district, filter, Cursor.read(after, before, 2)));
        return "review/queue";
    }

    private static List<Tab> tabs(QueueForm form, QueueFilter filter, QueueCounts counts, String path) {
        return Arrays.stream(QueueTab.values())
                .map(tab -> new Tab(
                        tab.label(),
                        form.hrefOf(tab, path),
                        counts.byTab().get(tab).toString(),
                        tab == filter.tab()))
                .toList();
    }
}
