package org.maintenancefund.association.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.domain.ManagedArea;
import org.maintenancefund.association.domain.ManagedAreas;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        list(address, user).show(model);
        return "association/my-areas";
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, "我管理的小区", list(address, user), COLUMNS);
    }

    private ListPage<ManagedArea> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        return new ListPage<>(filter, areas.list(user.organisation(), LocalDate.now(clock), filter.text("text")));
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
