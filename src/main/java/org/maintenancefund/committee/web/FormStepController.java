package org.maintenancefund.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeProperties;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.UploadedFile;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * 业委会注册, step 2 填写信息. Whatever was typed is kept in the draft before it is looked at, scans too, so that an error, a
 * lost session or a closed browser loses nothing.
 */
@Controller
class FormStepController {

    private static final String PAGE = "committee/form";

    private static final List<Option> ATTRIBUTES = Arrays.stream(CommitteeAttribute.values())
            .map(attribute -> Option.of(attribute, attribute.choice(), attribute.hint()))
            .toList();

    private final RegistrationDrafts registrations;
    private final Drafts drafts;
    private final CommitteeFormCheck check;
    private final PropertyAreas areas;
    private final CommitteeProperties limits;
    private final RateLimits rateLimits;

    FormStepController(
            RegistrationDrafts registrations,
            Drafts drafts,
            CommitteeFormCheck check,
            PropertyAreas areas,
            CommitteeProperties limits,
            RateLimits rateLimits) {
        this.registrations = registrations;
        this.drafts = drafts;
        this.check = check;
        this.areas = areas;
        this.limits = limits;
        this.rateLimits = rateLimits;
    }

    @GetMapping("/register/committee/form")
    String form(@RequestParam(required = false) @Nullable String number, HttpServletRequest request, Model model) {
        Optional<Draft<CommitteeForm>> draft = registrations.find(request, number);
        if (draft.isEmpty()) {
            return "redirect:" + RegistrationDrafts.path("/register/committee", number);
        }
        show(draft.get(), model);
        return PAGE;
    }

    @PostMapping("/register/committee/form")
    Object fill(
            @ModelAttribute("form") CommitteeForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String addOperator,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Honeypot.check(request);
        Optional<Draft<CommitteeForm>> found = registrations.find(request, number);
        if (found.isEmpty()) {
            Optional<String> receipt = registrations.receipt(request, number);
            return "redirect:" + receipt.orElse(RegistrationDrafts.path("/register/committee", number));
        }
        CommitteeForm kept = found.get().form();
        kept.fill(typed);
        if (addOperator != null) {
            kept.addOperator(limits.maxOperators());
        }
        Draft<CommitteeForm> draft = registrations.save(request, response, number, kept);
        keepFiles(draft, "certificate", typed.getCertificate(), request, errors);
        keepFiles(draft, "others", typed.getOthers(), request, errors);
        removeFile(draft, removeFile);
        draft = registrations.find(request, number).orElse(draft);
        boolean stay = addOperator != null || removeFile != null || upload != null;
        if (!stay) {
            check.read(kept, area(kept), errors);
        }
        if (stay || errors.hasErrors()) {
            typed.choose(kept.getAreaId());
            typed.setSiblingAnswer(kept.getSiblingAnswer());
            show(draft, model);
            return errors.hasErrors() ? FormPages.invalid(PAGE) : "redirect:" + stayAt(number, addOperator);
        }
        return "redirect:" + RegistrationDrafts.path("/register/committee/check", number);
    }

    private static String stayAt(@Nullable String number, @Nullable String addOperator) {
        return RegistrationDrafts.path("/register/committee/form", number)
                + (addOperator != null ? "#operators" : "#files");
    }

    private void keepFiles(
            Draft<CommitteeForm> draft,
            String slot,
            List<MultipartFile> files,
            HttpServletRequest request,
            BindingResult errors) {
        for (MultipartFile file : files) {
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isBlank())) {
                continue;
            }
            rateLimits.take("upload", request, file.getSize());
            Checked<StoredAttachment> stored =
                    drafts.addFile(draft, FileSlot.of(slot).label(), file);
            if (!stored.isOk()) {
                FieldErrors.reject(errors, slot, stored.reason());
            }
        }
    }

    private void removeFile(Draft<CommitteeForm> draft, @Nullable String id) {
        draft.files().stream()
                .map(file -> file.file().id())
                .filter(file -> file.toString().equals(id))
                .findFirst()
                .ifPresent((AttachmentId file) -> drafts.removeFile(draft, file));
    }

    private void show(Draft<CommitteeForm> draft, Model model) {
        AreaView area = area(draft.form());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", draft.form());
        }
        model.addAttribute("attributes", ATTRIBUTES);
        model.addAttribute("area", area);
        model.addAttribute("draft", draft);
        for (FileSlot slot : FileSlot.values()) {
            model.addAttribute(slot.field() + "Files", files(draft, slot));
        }
        model.addAttribute("formalName", CommitteeName.proposal(area.name(), CommitteeAttribute.FORMAL));
        model.addAttribute("preparatoryName", CommitteeName.proposal(area.name(), CommitteeAttribute.PREPARATORY));
        model.addAttribute("maxOperators", limits.maxOperators());
        model.addAttribute("number", draft.mended());
    }

    private static List<UploadedFile> files(Draft<CommitteeForm> draft, FileSlot slot) {
        return draft.files().stream()
                .filter(file -> file.slot().equals(slot.label()))
                .map(ApplicationRows::uploaded)
                .toList();
    }

    private AreaView area(CommitteeForm form) {
        return areas.standing(AreaId.of(form.getAreaId()));
    }
}
