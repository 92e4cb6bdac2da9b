package org.maintenancefund.association.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.Associations.ManagedArea;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 我管理的小区: what an effective association gives to the people of an enterprise or an office, today and no longer. */
@Controller
@RequestMapping(MyAreasController.PATH)
class MyAreasController extends ListController<ManagedArea> {

    static final String PATH = "/my/areas";

    private static final List<SheetColumn<ManagedArea>> COLUMNS = List.of(
            SheetColumn.of(
                    "association.my.column.name", managed -> managed.area().name()),
            SheetColumn.of(
                    "association.my.column.code", managed -> managed.area().code()),
            SheetColumn.of(
                    "association.my.column.district", managed -> managed.area().districtName()),
            SheetColumn.of(
                    "association.my.column.street", managed -> managed.area().streetName()),
            SheetColumn.of(
                    "association.my.column.address", managed -> managed.area().address()),
            SheetColumn.of(
                    "association.my.column.buildings", managed -> managed.area().buildings()),
            SheetColumn.of(
                    "association.my.column.households",
                    managed -> managed.area().households()),
            SheetColumn.of("association.my.column.manager", ManagedArea::manager),
            SheetColumn.of("association.my.column.committee", ofCommittee(CommitteeView::name)),
            SheetColumn.of("association.my.column.term", ofCommittee(CommitteeView::standing)),
            SheetColumn.of("association.my.column.contactName", ofCommittee(CommitteeView::contactName)),
            SheetColumn.of(
                    "association.my.column.contactMobile",
                    ofCommittee(committee -> committee.contactMobile().masked())),
            SheetColumn.of(
                    "association.field.contractStart",
                    managed -> managed.association().contract().start()),
            SheetColumn.of(
                    "association.field.contractEnd",
                    managed -> managed.association().contract().end()));

    private final Associations associations;

    MyAreasController(Associations associations, Exports exports) {
        super(exports, "association/my-areas", "Page.MY_AREAS");
        this.associations = associations;
    }

    @Override
    protected List<SheetColumn<ManagedArea>> columns() {
        return COLUMNS;
    }

    @Override
    protected ListPage<ManagedArea> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        return new ListPage<>(filter, associations.managedBy(user.organisation(), filter.text("text")));
    }

    @Override
    protected void show(CurrentUser user, Model model) {
        model.addAttribute("coming", associations.comingTo(user.organisation()));
    }

    private static Function<ManagedArea, @Nullable Object> ofCommittee(Function<CommitteeView, Object> part) {
        return managed -> managed.committee() == null ? null : part.apply(managed.committee());
    }

    @GetMapping("/{id}")
    String show(@PathVariable AreaId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        ManagedArea managed = associations.managed(id, user.organisation());
        model.addAttribute("managed", managed);
        model.addAttribute("area", managed.area());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(managed.area().name())));
        return "association/my-area";
    }
}
