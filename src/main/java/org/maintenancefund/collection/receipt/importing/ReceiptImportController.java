package org.maintenancefund.collection.receipt.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.importing.ImportController;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportPlace;
import org.maintenancefund.importing.UploadForm;
import org.maintenancefund.web.Crumb;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 从表格导入收款 of an area: the template, and the pages of every import. */
@Controller
@RequestMapping("/collection/receipts/areas/{area}/import")
class ReceiptImportController extends ImportController<UploadForm> {

    private final CollectionRights rights;
    private final PropertyAreas areas;

    ReceiptImportController(ImportPages pages, CollectionRights rights, PropertyAreas areas) {
        super(ReceiptImportDefinition.KIND, "collection/import", pages);
        this.rights = rights;
        this.areas = areas;
    }

    @ModelAttribute(PLACE)
    ImportPlace place(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaView found = rights.collecting(area, user);
        String receipts = "/collection/receipts/areas/" + found.id();
        model.addAttribute("area", found);
        return new ImportPlace(
                receipts + "/import",
                List.of(new Crumb(found.name(), receipts)),
                found.id().toString(),
                areas.withMerged(found.id()).stream().map(AreaId::toString).toList(),
                by -> rights.mayCollect(found, by));
    }

    @Override
    protected UploadForm emptyForm() {
        return UploadForm.EMPTY;
    }

    @GetMapping("/template")
    void template(@ModelAttribute(name = "area", binding = false) AreaView area, HttpServletResponse response)
            throws IOException {
        ReceiptTemplate.send(area, areas.buildings(area.id()), response);
    }
}
