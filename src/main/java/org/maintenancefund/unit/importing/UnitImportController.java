package org.maintenancefund.unit.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportController;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportPlace;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.domain.UnitPolicy;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 从表格导入 the units of an area: the template, and the pages of every import. */
@Controller
@RequestMapping("/units/areas/{area}/import")
class UnitImportController extends ImportController<UnitUploadForm> {

    private final UnitAreas rights;
    private final UnitPolicy policy;
    private final PropertyAreas areas;
    private final Clock clock;

    UnitImportController(ImportPages pages, UnitAreas rights, UnitPolicy policy, PropertyAreas areas, Clock clock) {
        super(UnitImportDefinition.KIND, "unit/import", pages);
        this.rights = rights;
        this.policy = policy;
        this.areas = areas;
        this.clock = clock;
    }

    @ModelAttribute(PLACE)
    ImportPlace place(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaView found = rights.changed(area, user);
        String list = "/units/areas/" + found.id();
        model.addAttribute("area", found);
        return new ImportPlace(
                list + "/import",
                List.of(new Crumb(found.name(), list)),
                found.id().toString(),
                areas.withMerged(found.id()).stream().map(AreaId::toString).toList(),
                by -> rights.of(by).contains(found.id()));
    }

    @Override
    protected UnitUploadForm emptyForm() {
        return UnitUploadForm.beginning(YearMonth.now(clock));
    }

    @Override
    protected String remark(UnitUploadForm form, Errors errors) {
        if (errors.hasFieldErrors("from")) {
            return "";
        }
        policy.flawOf(form.fromMonth()).ifPresent(flaw -> FieldErrors.reject(errors, "from", flaw));
        return form.fromMonth().toString();
    }

    @Override
    protected void fillUpload(ImportPlace place, Model model) {
        model.addAttribute(
                "buildings", !areas.buildings(AreaId.of(place.scope())).isEmpty());
    }

    @GetMapping("/template")
    void template(@ModelAttribute(name = "area", binding = false) AreaView area, HttpServletResponse response)
            throws IOException {
        UnitTemplate.send(area, areas.buildings(area.id()), response);
    }
}
