package org.maintenancefund.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.statistics.AreaStages;
import org.maintenancefund.statistics.AreaStages.Row;
import org.maintenancefund.statistics.CollectionScope;
import org.maintenancefund.statistics.CollectionScopes;
import org.maintenancefund.statistics.CollectionStage;
import org.maintenancefund.statistics.CollectionTab;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 各小区收取情况: the areas behind an amount of 收取统计, and the same list as a spreadsheet. */
@Controller
@RequestMapping(AreaStages.PATH)
@RequiredArgsConstructor
class AreaStagesController {

    private static final String NAME = "statistics.list.collection-areas";

    private static final List<SheetColumn<Row>> COLUMNS = List.of(
            SheetColumn.of("statistics.column.area", Row::name),
            SheetColumn.of("statistics.column.code", Row::code),
            new SheetColumn<>(
                    CollectionStage.BILLED.label(), row -> row.stages().billed().decimal()),
            new SheetColumn<>(
                    CollectionStage.COLLECTED.label(),
                    row -> row.stages().collected().decimal()),
            new SheetColumn<>(
                    CollectionStage.REMITTED.label(),
                    row -> row.stages().remitted().decimal()),
            new SheetColumn<>(
                    CollectionStage.BOOKED.label(), row -> row.stages().booked().decimal()));

    private final AreaStages areas;
    private final CollectionScopes scopes;
    private final Exports exports;

    private record Asked(CollectionScope scope, Optional<CollectionStage> stage, ListPage<Row> page) {}

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Asked asked = read(address, user);
        asked.page().show(model);
        if (asked.page().filter().isReadable()) {
            asked.stage().ifPresent(stage -> model.addAttribute("sum", areas.sum(asked.scope(), stage)));
        }
        model.addAttribute("stages", CollectionStage.values());
        model.addAttribute(
                "period",
                Messages.of(
                        "statistics.period",
                        asked.scope().first(),
                        asked.scope().last()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of(NAME))));
        return "statistics/collection-areas";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Messages.of(NAME), read(address, user).page(), COLUMNS, user);
    }

    private Asked read(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(AreaStages.PATH, address);
        CollectionScope scope = scopes.read(filter, CollectionTab.STAGES, user);
        Optional<CollectionStage> stage = filter.one("stage", CollectionStage.class);
        return new Asked(scope, stage, new ListPage<>(filter, areas.of(scope, stage, user)));
    }
}
