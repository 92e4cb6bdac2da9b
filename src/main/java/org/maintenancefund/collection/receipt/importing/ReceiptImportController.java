package org.maintenancefund.collection.receipt.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.importing.UploadForm;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 从表格导入收款 of an area: the template, the upload, the latest imports; of each its preview, what is asked about its rows, what is
 * wrong with them.
 */
@Controller
@RequestMapping("/collection/receipts/areas/{area}/import")
@RequiredArgsConstructor
class ReceiptImportController {

    private static final String UPLOAD = "collection/import";
    private static final String SHOW = "collection/import-show";

    private final CollectionRights rights;
    private final ReceiptImports ofArea;
    private final Imports imports;
    private final ImportPages pages;
    private final PropertyAreas areas;

    /** Asked before everything else: where a person doesn't collect there is nothing. */
    @ModelAttribute("area")
    AreaView area(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user) {
        return rights.collecting(area, user);
    }

    @GetMapping
    String list(@ModelAttribute(name = "area", binding = false) AreaView area, Model model) {
        model.addAttribute("form", UploadForm.EMPTY);
        return page(area, model);
    }

    private String page(AreaView area, Model model) {
        pages.showLimits(ReceiptImportDefinition.KIND, model);
        model.addAttribute("imports", ofArea.latest(area));
        model.addAttribute("path", path(area));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(new Crumb(area.name(), receipts(area)), Crumb.of(Messages.of("collection.import.title"))));
        return UPLOAD;
    }

    @PostMapping
    ModelAndView upload(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @Valid @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        pages.check(file, errors, request);
        if (errors.hasErrors() || file == null) {
            return FormPages.invalid(page(area, model));
        }
        return FormPages.seeOther(path(area, ofArea.upload(area, file, user)));
    }

    @GetMapping("/template")
    void template(@ModelAttribute(name = "area", binding = false) AreaView area, HttpServletResponse response)
            throws IOException {
        ReceiptTemplate.send(area, areas.buildings(area.id()), response);
    }

    @GetMapping("/{id}")
    String show(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> address,
            Model model) {
        model.addAttribute("form", ReceiptConfirmForm.EMPTY);
        return page(area, ofArea.get(area, id), address, model);
    }

    private String page(AreaView area, ImportView run, Map<String, List<String>> address, Model model) {
        pages.show(run, path(area, run.id()), address, model);
        model.addAttribute("path", path(area));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(area.name(), receipts(area)),
                        new Crumb(Messages.of("collection.import.title"), path(area)),
                        Crumb.of(Messages.of("collection.import.title.file"))));
        return SHOW;
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            @ModelAttribute("form") ReceiptConfirmForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        ImportView run = ofArea.get(area, id);
        if (run.isConfirmable() && run.doubtfulRows() > 0 && !form.isTicked()) {
            FieldErrors.reject(errors, "checked", "collection.import.checked.required");
            return FormPages.invalid(page(area, run, Map.of(), model));
        }
        return pages.after(
                path(area, id),
                flash,
                Notice.success("importing.begun"),
                () -> imports.confirm(run, form.isTicked() ? DoubtfulRows.APPLY : null));
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        ImportView run = ofArea.get(area, id);
        return pages.after(path(area, id), flash, Notice.success("importing.again"), () -> imports.retry(run));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        ImportView run = ofArea.get(area, id);
        return pages.after(path(area, id), flash, Notice.success("importing.discarded"), () -> imports.discard(run));
    }

    /** The faulty rows as they were, with what is wrong with each: to be put right and uploaded with the others. */
    @GetMapping("/{id}/faults")
    void faults(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        pages.sendFaults(ofArea.get(area, id), response);
    }

    private static String receipts(AreaView area) {
        return "/collection/receipts/areas/" + area.id();
    }

    private static String path(AreaView area) {
        return receipts(area) + "/import";
    }

    private static String path(AreaView area, UUID id) {
        return path(area) + "/" + id;
    }
}
