package org.maintenancefund.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.statistics.Scope;
import org.maintenancefund.statistics.StatisticsTab;
import org.maintenancefund.statistics.StatisticsTable;
import org.maintenancefund.statistics.StatisticsTables;
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

/** 统计报表: a district's own figures, the municipal centre's all districts side by side; each table as a spreadsheet too. */
@Controller
@RequestMapping(StatisticsController.PATH)
@RequiredArgsConstructor
class StatisticsController {

    static final String PATH = "/reports";

    /** Years to choose from, this one included. */
    private static final int YEARS = 5;

    private static final int RECENT_MONTHS = 12;

    private final StatisticsTables tables;
    private final Districts districts;
    private final Exports exports;
    private final Clock clock;

    /** What the address asks for. */
    private record Asked(ListFilter filter, StatisticsTab tab, Scope scope) {}

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
        model.addAttribute("tabs", tabs(filter, asked.tab()));
        model.addAttribute("about", about(asked));
        model.addAttribute("tables", filter.isReadable() ? tables.of(asked.tab(), asked.scope(), user) : List.of());
        return "statistics/page";
    }

    /** One of the tables. */
    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(defaultValue = "") String table,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Asked asked = read(address, user);
        Exports.requireReadable(asked.filter());
        StatisticsTable wanted = tables.of(asked.tab(), asked.scope(), user).stream()
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
        ListFilter filter = new ListFilter(PATH, address).within("street", "district");
        List<Option> offered = Arrays.stream(StatisticsTab.values())
                .map(tab -> Option.of(tab.word(), tab.label()))
                .toList();
        String word = filter.tab("tab", offered, StatisticsTab.APPLICATIONS.word());
        StatisticsTab tab = Arrays.stream(StatisticsTab.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(StatisticsTab.APPLICATIONS);
        YearMonth now = YearMonth.now(clock);
        Optional<Year> year = Optional.empty();
        Optional<ApplicationKind> kind = Optional.empty();
        if (tab.isByPeriod()) {
            List<Year> years = IntStream.range(0, YEARS)
                    .mapToObj(back -> Year.of(now.getYear() - back))
                    .toList();
            year = filter.one("year", years, Year::toString, one -> Messages.of("statistics.year", one.getValue()));
            kind = filter.one("kind", tables.kinds(), ApplicationKind::code, ApplicationKind::label);
        }
        Optional<DistrictCentre> district = districts.seenBy(user).limit(filter);
        Optional<Street> street = filter.one(
                "street", district.map(DistrictCentre::streetsByName).orElse(List.of()), Street::id, Street::name);
        LocalDate first = year.map(one -> one.atDay(1))
                .orElseGet(() -> now.minusMonths(RECENT_MONTHS - 1L).atDay(1));
        LocalDate last = year.map(one -> one.atMonth(12))
                .filter(december -> december.isBefore(now))
                .orElse(now)
                .atEndOfMonth();
        return new Asked(filter, tab, new Scope(district, street, kind, first, last));
    }

    /** The other parts with the place that is chosen; what they don't know falls away. */
    private static List<Tab> tabs(ListFilter filter, StatisticsTab current) {
        return Arrays.stream(StatisticsTab.values())
                .map(tab -> new Tab(tab.label(), filter.with("tab", tab.word()), null, tab == current))
                .toList();
    }

    /** For paper: where, from when to when, and when it was counted. */
    private String about(Asked asked) {
        String now = Times.minute(clock.instant());
        return asked.tab().isByPeriod()
                ? Messages.of("statistics.about", place(asked), period(asked), now)
                : Messages.of("statistics.about.today", place(asked), now);
    }

    private static String place(Asked asked) {
        Scope scope = asked.scope();
        return scope.district().map(DistrictCentre::name).orElse(Messages.of("statistics.city"))
                + scope.street().map(Street::name).orElse("");
    }

    /** From which month to which, also where none was chosen; of what stands as it is today, the day. */
    private String period(Asked asked) {
        Scope scope = asked.scope();
        return asked.tab().isByPeriod()
                ? Messages.of("statistics.period", YearMonth.from(scope.first()), YearMonth.from(scope.last()))
                : Messages.of("statistics.counted", LocalDate.now(clock));
    }

    /** Where, when and of which kind, for the file and the trail. */
    private List<String> words(Asked asked) {
        List<String> words = new ArrayList<>(List.of(place(asked), period(asked)));
        asked.scope().kind().ifPresent(kind -> words.add(kind.label()));
        return words;
    }
}
