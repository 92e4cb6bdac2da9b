package org.maintenancefund.association.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.domain.AssociationFormCheck;
import org.maintenancefund.association.domain.PaperKind;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.office.Offices;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * 申请小区管理处关联, step 2 填写信息. Whatever was typed is kept in the draft before it is looked at, scans too, so that an error
 * or a lost session loses nothing.
 */
@Controller
class AssociationFormController {

    private static final String PAGE = "association/form";
    private static final String ADDRESS = "/associations/new/form";
    private static final String SLOT = "附件";

    private static final List<Option> TARGETS = List.of(
            Option.of(TargetKind.ENTERPRISE, TargetKind.ENTERPRISE.label(), TargetKind.ENTERPRISE.hint()),
            Option.of(TargetKind.OFFICE, TargetKind.OFFICE.label(), TargetKind.OFFICE.hint()));
    private static final List<Option> PAPER_FORMS = List.of(Option.of("ORIGINAL", "原件"), Option.of("COPY", "复印件"));

    private final OwnCommittee own;
    private final AssociationDrafts associations;
    private final Drafts drafts;
    private final AssociationFormCheck check;
    private final Offices offices;

    AssociationFormController(
            OwnCommittee own,
            AssociationDrafts associations,
            Drafts drafts,
            AssociationFormCheck check,
            Offices offices) {
        this.own = own;
        this.associations = associations;
        this.drafts = drafts;
        this.check = check;
        this.offices = offices;
    }

    @GetMapping(ADDRESS)
    String form(
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Optional<Draft<AssociationForm>> draft = associations.find(user, number);
        Optional<EnterpriseView> company = draft.flatMap(found -> check.enterprise(found.form()));
        if (draft.isEmpty() || company.isEmpty()) {
            return "redirect:" + AssociationDrafts.path("/associations/new", number);
        }
        model.addAttribute("form", draft.get().form());
        show(draft.get(), company.get(), model);
        return PAGE;
    }

    @PostMapping(ADDRESS)
    Object fill(
            @ModelAttribute("form") AssociationForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Optional<Draft<AssociationForm>> found = associations.find(user, number);
        Optional<EnterpriseView> company = found.flatMap(draft -> check.enterprise(draft.form()));
        if (found.isEmpty() || company.isEmpty()) {
            return "redirect:" + stepBefore(user, number);
        }
        AssociationForm kept = typed.with(company.get().id().toString());
        Draft<AssociationForm> draft = associations.save(user, number, kept);
        keepFiles(draft, files, errors);
        removeFile(draft, removeFile);
        boolean stay = removeFile != null || upload != null;
        if (!stay) {
            check.read(kept, own.of(user), company.get(), errors);
        }
        if (errors.hasErrors()) {
            show(associations.find(user, number).orElse(draft), company.get(), model);
            return FormPages.invalid(PAGE);
        }
        return "redirect:"
                + (stay
                        ? AssociationDrafts.path(ADDRESS, number) + "#files"
                        : AssociationDrafts.path("/associations/new/check", number));
    }

    private String stepBefore(CurrentUser user, @Nullable String number) {
        return associations.justSubmitted(user, number)
                ? "/associations"
                : AssociationDrafts.path("/associations/new", number);
    }

    private void keepFiles(Draft<AssociationForm> draft, @Nullable List<MultipartFile> files, BindingResult errors) {
        if (files == null) {
            return;
        }
        for (MultipartFile file : files) {
            boolean nothingChosen = file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isBlank());
            if (nothingChosen) {
                continue;
            }
            Checked<StoredAttachment> stored = drafts.addFile(draft, SLOT, file);
            if (!stored.isOk()) {
                FieldErrors.reject(errors, "files", stored.reason());
            }
        }
    }

    private void removeFile(Draft<AssociationForm> draft, @Nullable String id) {
        draft.files().stream()
                .map(file -> file.file().id())
                .filter(file -> file.toString().equals(id))
                .findFirst()
                .ifPresent(file -> drafts.removeFile(draft, file));
    }

    private void show(Draft<AssociationForm> draft, EnterpriseView company, Model model) {
        model.addAttribute("company", company);
        model.addAttribute("number", draft.mended());
        model.addAttribute("targets", TARGETS);
        model.addAttribute(
                "offices",
                offices.activeOf(company.id()).stream()
                        .map(office -> Option.of(
                                office.id(),
                                office.name() + "（" + office.details().address() + "）"))
                        .toList());
        model.addAttribute("paperKinds", PaperKind.values());
        model.addAttribute("paperForms", PAPER_FORMS);
        model.addAttribute(
                "scans", draft.files().stream().map(ApplicationRows::uploaded).toList());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请关联")));
    }
}
