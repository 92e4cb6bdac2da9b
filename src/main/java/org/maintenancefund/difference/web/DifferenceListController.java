package org.maintenancefund.difference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.difference.register.DifferenceList;
import org.maintenancefund.difference.register.DifferenceView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Listing;
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

/** 差异台账: the list, and the same list as a spreadsheet. */
@Controller
@RequestMapping(DifferenceListController.PATH)
@RequiredArgsConstructor
class DifferenceListController {

    static final String PATH = "/differences";

    private static final String LIVE = "LIVE";

    private static final List<SheetColumn<DifferenceView>> COLUMNS = List.of(
            SheetColumn.of("difference.field.number", DifferenceView::number),
            SheetColumn.of("difference.field.kind", row -> row.kind().label()),
            SheetColumn.of("difference.field.subject", DifferenceView::subject),
            SheetColumn.of("difference.field.area", DifferenceView::area),
            SheetColumn.of("difference.field.company", DifferenceView::company),
            SheetColumn.of(
                    "difference.field.amount",
                    row -> row.amount() == null ? null : row.amount().decimal()),
            SheetColumn.of("difference.field.day", DifferenceView::day),
            SheetColumn.of("difference.field.sentence", DifferenceView::sentence),
            SheetColumn.of("difference.field.owner", row -> row.owner().label()),
            SheetColumn.of("difference.field.ownerName", DifferenceView::ownerName),
            SheetColumn.of("difference.field.due", DifferenceView::dueOn),
            SheetColumn.of("difference.field.state", row -> row.state().label()),
            SheetColumn.of("difference.field.raised", row -> Times.minute(row.raisedAt())),
            SheetColumn.of("difference.field.entry", DifferenceView::closingEntry),
            SheetColumn.of(
                    "difference.field.settled", row -> row.settledAt() == null ? null : Times.minute(row.settledAt())));

    private final DifferenceList list;
    private final Districts districts;
    private final Exports exports;
    private final Clock clock;

    private record Asked(ListFilter filter, String tab, DifferenceList.Sought sought) {}

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Asked asked = read(address, user);
        Map<DifferenceState, Long> counts = list.counts(asked.sought());
        new ListPage<>(asked.filter(), rows(asked)).showCounted(model, count(asked.tab(), counts));
        model.addAttribute("tabs", asked.filter().tabs("tab", tab -> count(tab, counts)));
        model.addAttribute("writes", Page.DIFFERENCE_HANDLING.isOpenTo(user.role()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("title", Page.DIFFERENCES.labelFor(user.role()));
        return "difference/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Asked asked = read(address, user);
        exports.send(
                response,
                Page.DIFFERENCES.labelFor(user.role()),
                new ListPage<>(asked.filter(), rows(asked)),
                COLUMNS,
                user);
    }

    private Asked read(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        List<Option> tabs = Stream.concat(
                        Stream.of(Option.of(LIVE, Messages.of("difference.tab.live"))),
                        Option.ofEnum(DifferenceState.class).stream())
                .toList();
        String tab = filter.tab("tab", tabs, LIVE);
        DifferenceList.Sought sought = new DifferenceList.Sought(
                district(filter, user),
                filter.one("kind", DifferenceKind.class),
                filter.one("owner", DifferenceOwner.class),
                filter.ticked("overdue", Messages.of("difference.overdue"))
                        ? Optional.of(LocalDate.now(clock))
                        : Optional.empty(),
                filter.ticked("mine", Messages.of("difference.mine"))
                        ? Optional.of(user.operatorId().value())
                        : Optional.empty(),
                filter.text("text"));
        return new Asked(filter, tab, sought);
    }

    /** A district's people see their own; of no district is what the municipal centre alone sees. */
    private Optional<UUID> district(ListFilter filter, CurrentUser user) {
        return user.districtIfAny()
                .or(() -> filter.one("district", districts.all(), DistrictCentre::id, DistrictCentre::name)
                        .map(DistrictCentre::id))
                .map(DistrictId::value);
    }

    private Listing<DifferenceView> rows(Asked asked) {
        return list.list(
                asked.sought(),
                Arrays.stream(DifferenceState.values())
                        .filter(state -> state.name().equals(asked.tab()))
                        .findFirst());
    }

    private static CappedCount count(String tab, Map<DifferenceState, Long> counts) {
        return CappedCount.ofCountedUpToOneMore(counts.entrySet().stream()
                .filter(state -> tab.equals(LIVE)
                        ? state.getKey() != DifferenceState.SETTLED
                        : state.getKey().name().equals(tab))
                .mapToLong(Map.Entry::getValue)
                .sum());
    }
}
