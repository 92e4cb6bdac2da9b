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
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeProperties;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftScans;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
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
    private final DraftScans scans;
    private final CommitteeFormCheck check;
    private final PropertyAreas areas;
    private final CommitteeProperties limits;

    FormStepController(
            RegistrationDrafts registrations,
            DraftScans scans,
            CommitteeFormCheck check,
            PropertyAreas areas,
            CommitteeProperties limits) {
        this.registrations = registrations;
        this.scans = scans;
        this.check = check;
        this.areas = areas;
        this.limits = limits;
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
        Honeypot.check(request, errors);
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
        keep(draft, FileSlot.CERTIFICATE, typed.getCertificate(), request, errors);
        keep(draft, FileSlot.OTHERS, typed.getOthers(), request, errors);
        scans.remove(draft, removeFile);
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

    private void keep(
            Draft<?> draft, FileSlot slot, List<MultipartFile> files, HttpServletRequest request, Errors errors) {
        scans.keep(draft, slot.label(), files, slot.field(), request, errors);
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
            model.addAttribute(slot.field() + "Files", DraftScans.uploaded(draft, slot.label()));
        }
        model.addAttribute("formalName", CommitteeName.proposal(area.name(), CommitteeAttribute.FORMAL));
        model.addAttribute("preparatoryName", CommitteeName.proposal(area.name(), CommitteeAttribute.PREPARATORY));
        model.addAttribute("maxOperators", limits.maxOperators());
        model.addAttribute("number", draft.mended());
    }

    private AreaView area(CommitteeForm form) {
        return areas.standing(AreaId.of(form.getAreaId()));
    }
}
