package org.maintenancefund.unit.opening.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.opening.OpeningQueue;
import org.maintenancefund.unit.opening.OpeningReview;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 期初余额审核: the sheets of a district's areas, or of the city's, and the same list as a spreadsheet. */
@Controller
@RequestMapping(OpeningQueueController.PATH)
@RequiredArgsConstructor
class OpeningQueueController {

    static final String PATH = "/units/openings";

    private static final String ALL = "ALL";

    private static final List<SheetColumn<OpeningQueue.Row>> COLUMNS = List.of(
            SheetColumn.of("unit.field.area", OpeningQueue.Row::area),
            SheetColumn.of("unit.opening.field.code", OpeningQueue.Row::code),
            SheetColumn.of("unit.opening.field.state", row -> row.state().label()),
            SheetColumn.of("unit.opening.field.since", row -> Times.minute(row.since())),
            SheetColumn.of("unit.opening.field.asOf", OpeningQueue.Row::asOf),
            SheetColumn.of(
                    "unit.opening.field.takenOver", row -> row.takenOver().decimal()),
            SheetColumn.of("unit.opening.field.units", OpeningQueue.Row::units),
            SheetColumn.of("unit.opening.field.total", OpeningQueue.Row::totalDecimal),
            SheetColumn.of("unit.opening.field.makers", OpeningQueue.Row::maker),
            SheetColumn.of("unit.opening.field.checked", OpeningQueue.Row::checker));

    private final OpeningQueue queue;
    private final Districts districts;
    private final Exports exports;

    /**
     * What the address asks for.
     *
     * @param district that of whoever has one only, or the chosen one
     */
    private record Asked(ListFilter filter, String tab, String text, Optional<UUID> district) {}

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Asked asked = read(address, user);
        new ListPage<>(asked.filter(), sheets(asked, asked.tab())).show(model);
        model.addAttribute(
                "tabs", asked.filter().tabs("tab", tab -> sheets(asked, tab).count()));
        model.addAttribute("decides", OpeningReview.decides(user));
        return "unit/openings";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Asked asked = read(address, user);
        ListPage<OpeningQueue.Row> list = new ListPage<>(asked.filter(), sheets(asked, asked.tab()));
        exports.send(response, Page.OPENINGS.label(), list, COLUMNS, user);
    }

    private Asked read(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        List<Option> tabs = Option.ofEnumAnd(OpeningState.class, Option.of(ALL, Messages.of("unit.opening.all")));
        String tab = filter.tab("tab", tabs, OpeningState.CHECKED.name());
        return new Asked(
                filter, tab, filter.text("text"), districts.seenBy(user).limitId(filter));
    }

    private Listing<OpeningQueue.Row> sheets(Asked asked, String tab) {
        Optional<OpeningState> state = Arrays.stream(OpeningState.values())
                .filter(each -> each.name().equals(tab))
                .findFirst();
        return queue.list(asked.district(), state, asked.text());
    }
}
