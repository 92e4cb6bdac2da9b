package org.maintenancefund.area.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 合并物业区域, first step: choosing the areas, one after the other; with one chosen its siblings are offered. */
@Controller
class MergeChoiceController {

    private static final String PATH = "/areas/merge";

    private final PropertyAreas areas;

    MergeChoiceController(PropertyAreas areas) {
        this.areas = areas;
    }

    /** A chosen or offered area with the address that takes it off or adds it. */
    record Chosen(AreaView area, String href) {}

    @GetMapping(PATH)
    String choose(
            MergeForm form,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        Map<AreaId, AreaView> known =
                areas.views(form.chosen()).stream().collect(Collectors.toMap(AreaView::id, Function.identity()));
        List<AreaView> stand = form.chosen().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .toList();
        List<AreaId> chosen = stand.stream().map(AreaView::id).toList();
        AreaChoices found = AreaChoices.of(AreaSearch.of(q).page(after, before), areas, page -> Map.of());
        model.addAttribute("q", q);
        model.addAttribute(
                "chosen",
                stand.stream()
                        .map(area -> new Chosen(area, MergeForm.address(PATH, without(chosen, area.id()))))
                        .toList());
        model.addAttribute("found", found);
        model.addAttribute(
                "results",
                offers(
                        found.page().items().stream()
                                .map(choice -> choice.area())
                                .toList(),
                        chosen));
        model.addAttribute("siblings", chosen.isEmpty() ? List.of() : offers(areas.siblings(chosen.get(0)), chosen));
        model.addAttribute("next", MergeForm.address(PATH + "/compare", chosen));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("area.merge.title"))));
        return "area/merge-choose";
    }

    private static List<Chosen> offers(List<AreaView> offered, List<AreaId> chosen) {
        Set<AreaId> taken = Set.copyOf(chosen);
        return offered.stream()
                .filter(AreaView::isActive)
                .filter(area -> !taken.contains(area.id()))
                .map(area -> new Chosen(area, MergeForm.address(PATH, with(chosen, area.id()))))
                .toList();
    }

    private static List<AreaId> with(List<AreaId> chosen, AreaId more) {
        List<AreaId> all = new ArrayList<>(chosen);
        all.add(more);
        return all;
    }

    private static List<AreaId> without(List<AreaId> chosen, AreaId less) {
        return chosen.stream().filter(id -> !id.equals(less)).toList();
    }
}
