package org.maintenancefund.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.statistics.CollectionScope;
import org.maintenancefund.statistics.CollectionScopes;
import org.maintenancefund.statistics.CollectionTab;
import org.maintenancefund.statistics.CollectionTables;
import org.maintenancefund.statistics.StatisticsTable;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.Tab;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收取统计: a district's own figures, the municipal centre's all districts side by side; each table as a spreadsheet too. */
@Controller
@RequestMapping(CollectionStatisticsController.PATH)
@RequiredArgsConstructor
class CollectionStatisticsController {

    static final String PATH = "/collection/statistics";

    private final CollectionTables tables;
    private final CollectionScopes scopes;
    private final Exports exports;
    private final Clock clock;

    /** What the address asks for. */
    private record Asked(ListFilter filter, CollectionTab tab, CollectionScope scope) {}

    @GetMapping
    String page(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Asked asked = read(address, user);
        ListFilter filter = asked.filter();
        model.addAttribute("filter", filter);
        model.addAttribute("chips", filter.chips());
        model.addAttribute("tab", asked.tab());
        model.addAttribute("tabs", tabs(asked, user));
        model.addAttribute("about", about(asked));
        model.addAttribute(
                "tables", filter.isReadable() ? tables.of(asked.tab(), asked.scope(), false, user) : List.of());
        return "statistics/collection";
    }

    /** One of the tables, with all of its rows. */
    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(defaultValue = "") String table,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Asked asked = read(address, user);
        Exports.requireReadable(asked.filter());
        StatisticsTable wanted = tables.of(asked.tab(), asked.scope(), true, user).stream()
                .filter(one -> one.key().equals(table))
                .findFirst()
                .orElseThrow(() -> new NotFound("table " + table));
        exports.send(response, wanted.title(), period(asked), words(asked), wanted.rows(), columns(wanted), user);
    }

    private static List<SheetColumn<StatisticsTable.Row>> columns(StatisticsTable table) {
        List<SheetColumn<StatisticsTable.Row>> columns = new ArrayList<>();
        columns.add(new SheetColumn<>(table.headings().get(0), StatisticsTable.Row::label));
        IntStream.range(1, table.headings().size())
                .forEach(at -> columns.add(new SheetColumn<>(
                        table.headings().get(at), row -> row.cells().get(at - 1).value())));
        return columns;
    }

    private Asked read(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        List<Option> offered = offered(user).stream()
                .map(tab -> Option.of(tab.word(), tab.label()))
                .toList();
        String word = filter.tab("tab", offered, CollectionTab.STAGES.word());
        CollectionTab tab = offered(user).stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(CollectionTab.STAGES);
        return new Asked(filter, tab, scopes.read(filter, tab, user));
    }

    private static List<CollectionTab> offered(CurrentUser user) {
        return Arrays.stream(CollectionTab.values())
                .filter(tab -> tab.isOpenTo(user.role()))
                .toList();
    }

    /** The other parts with what is chosen; what they don't know falls away. */
    private static List<Tab> tabs(Asked asked, CurrentUser user) {
        return offered(user).stream()
                .map(tab -> new Tab(tab.label(), asked.filter().with("tab", tab.word()), null, tab == asked.tab()))
                .toList();
    }

    /** For paper: where, from when to when, and when it was counted. */
    private String about(Asked asked) {
        String now = Times.minute(clock.instant());
        return asked.tab().isByMonth()
                ? Messages.of("statistics.about", String.join("　", words(asked)), period(asked), now)
                : Messages.of("statistics.about.today", String.join("　", words(asked)), now);
    }

    private String period(Asked asked) {
        return asked.tab().isByMonth()
                ? Messages.of(
                        "statistics.period",
                        asked.scope().first(),
                        asked.scope().last())
                : Messages.of("statistics.counted", LocalDate.now(clock));
    }

    /** Where, and of which company. */
    private static List<String> words(Asked asked) {
        List<String> words = new ArrayList<>();
        words.add(asked.scope().district().map(DistrictCentre::name).orElse(Messages.of("statistics.city")));
        asked.scope().company().ifPresent(company -> words.add(company.name()));
        return words;
    }
}
