package org.maintenancefund.unit.opening.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportController;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportPlace;
import org.maintenancefund.importing.UploadForm;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.opening.OpeningList;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 从表格导入期初余额 of an area: the template, and the pages of every import. */
@Controller
@RequestMapping("/units/areas/{area}/opening/import")
class OpeningImportController extends ImportController<UploadForm> {

    private final UnitAreas rights;
    private final OpeningService openings;
    private final OpeningList list;
    private final PropertyAreas areas;

    OpeningImportController(
            ImportPages pages, UnitAreas rights, OpeningService openings, OpeningList list, PropertyAreas areas) {
        super(OpeningImportDefinition.KIND, "unit/opening-import", pages);
        this.rights = rights;
        this.openings = openings;
        this.list = list;
        this.areas = areas;
    }

    @ModelAttribute(PLACE)
    ImportPlace place(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaView found = rights.changed(area, user);
        String units = "/units/areas/" + found.id();
        model.addAttribute("area", found);
        return new ImportPlace(
                units + "/opening/import",
                List.of(
                        new Crumb(found.name(), units),
                        new Crumb(Messages.of("unit.opening.title"), units + "/opening")),
                found.id().toString(),
                areas.withMerged(found.id()).stream().map(AreaId::toString).toList(),
                by -> rights.of(by).contains(found.id()));
    }

    @Override
    protected UploadForm emptyForm() {
        return UploadForm.EMPTY;
    }

    @Override
    protected Optional<ModelAndView> closed(ImportPlace place, CurrentUser user, RedirectAttributes flash) {
        boolean open = openings.underway(areas.standing(AreaId.of(place.scope())), user)
                .filter(sheet -> sheet.state().isOpen())
                .isPresent();
        return open
                ? Optional.empty()
                : Optional.of(FormPages.seeOther(
                        "/units/areas/" + place.scope() + "/opening", Notice.warning("unit.opening.closed"), flash));
    }

    @GetMapping("/template")
    void template(@ModelAttribute(name = "area", binding = false) AreaView area, HttpServletResponse response)
            throws IOException {
        OpeningTemplate.send(area, list.toFillIn(area.id()), response);
    }
}
