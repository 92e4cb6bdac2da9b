package org.maintenancefund.association.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.domain.ManagedArea;
import org.maintenancefund.association.domain.ManagedAreas;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FilterText;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 我管理的小区: what an effective association gives to the people of an enterprise or an office, today and no longer. */
@Controller
class MyAreasController {

    private static final String PATH = "/my/areas";

    private static final List<SheetColumn<ManagedArea>> COLUMNS = List.of(
            new SheetColumn<>("小区名称", managed -> managed.area().name()),
            new SheetColumn<>("编号", managed -> managed.area().code()),
            new SheetColumn<>("所属区", managed -> managed.area().districtName()),
            new SheetColumn<>("街道", managed -> managed.area().streetName()),
            new SheetColumn<>("地址", managed -> managed.area().address()),
            new SheetColumn<>("幢数", managed -> managed.area().buildings()),
            new SheetColumn<>("户数", managed -> managed.area().households()),
            new SheetColumn<>("管理单位", ManagedArea::manager),
            new SheetColumn<>("业委会", ofCommittee(CommitteeView::name)),
            new SheetColumn<>("任期", ofCommittee(CommitteeView::standing)),
            new SheetColumn<>("联系人姓名", ofCommittee(CommitteeView::contactName)),
            new SheetColumn<>(
                    "联系人手机号码",
                    ofCommittee(committee -> committee.contactMobile().masked())),
            new SheetColumn<>(
                    "合同起始日期", managed -> managed.association().contract().start()),
            new SheetColumn<>(
                    "合同终止日期", managed -> managed.association().contract().end()));

    private final ManagedAreas areas;
    private final Exports exports;
    private final Clock clock;

    MyAreasController(ManagedAreas areas, Exports exports, Clock clock) {
        this.areas = areas;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ManagedAreas.Search search = search(user, text, ManagedAreas.cursor(after, before));
        List<Chip> chips = chips(text, search);
        boolean readable = Chips.readable(chips);
        model.addAttribute("text", search.text());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", readable ? areas.page(search) : Slice.empty());
        model.addAttribute("total", readable ? areas.count(search) : CappedCount.none());
        return "association/my-areas";
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        ManagedAreas.Search all = search(user, text, Cursor.start());
        exports.send(
                response,
                new Export<>(
                        "我管理的小区",
                        chips(text, all),
                        areas.count(all),
                        COLUMNS,
                        new Batches<>(ManagedAreas.KEY_PARTS, cursor -> areas.batch(search(user, text, cursor)))));
    }

    private ManagedAreas.Search search(CurrentUser user, String text, Cursor cursor) {
        return new ManagedAreas.Search(user.organisation(), LocalDate.now(clock), FilterText.searched(text), cursor);
    }

    private static List<Chip> chips(String text, ManagedAreas.Search search) {
        return Chips.of(PATH)
                .from(search.cursor())
                .parameter("text", text)
                .containing("text", search.text())
                .list();
    }

    private static Function<ManagedArea, @Nullable Object> ofCommittee(Function<CommitteeView, Object> part) {
        return managed -> managed.committee() == null ? null : part.apply(managed.committee());
    }

    @GetMapping(PATH + "/{id}")
    String show(@PathVariable AreaId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        ManagedArea managed = areas.get(id, user.organisation(), LocalDate.now(clock));
        model.addAttribute("managed", managed);
        model.addAttribute("area", managed.area());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(managed.area().name())));
        return "association/my-area";
    }
}
