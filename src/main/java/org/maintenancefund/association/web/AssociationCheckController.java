package org.maintenancefund.association.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.association.domain.AssociationApplication;
import org.maintenancefund.association.domain.AssociationDetails;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.domain.AssociationFormCheck;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.Submission;
import org.maintenancefund.review.Submissions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 申请小区管理处关联, step 3 核对并提交. Everything is read anew: a draft that was right yesterday may not be today. */
@Controller
class AssociationCheckController {

    private static final String PAGE = "association/check";
    private static final String ADDRESS = "/associations/new/check";

    private final OwnCommittee own;
    private final AssociationDrafts associations;
    private final AssociationFormCheck check;
    private final AssociationApplication application;
    private final Submissions submissions;
    private final Messages messages;

    AssociationCheckController(
            OwnCommittee own,
            AssociationDrafts associations,
            AssociationFormCheck check,
            AssociationApplication application,
            Submissions submissions,
            Messages messages) {
        this.own = own;
        this.associations = associations;
        this.check = check;
        this.application = application;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String check(
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Optional<Draft<AssociationForm>> draft = associations.find(user, number);
        Optional<AssociationDetails> details = draft.flatMap(found -> read(found, user));
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + stepBefore(user, number, draft);
        }
        show(draft.get(), details.get(), model);
        submissions
                .obstacle(draft.get(), details.get())
                .ifPresent(reason -> model.addAttribute("obstacle", messages.of(reason)));
        return PAGE;
    }

    @PostMapping(ADDRESS)
    Object submit(
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        Optional<Draft<AssociationForm>> draft = associations.find(user, number);
        Optional<AssociationDetails> details = draft.flatMap(found -> read(found, user));
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + stepBefore(user, number, draft);
        }
        try {
            Submission submission = submissions.submit(draft.get(), details.get(), user);
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.success("提交成功，受理编号 " + submission.number(), "区中心将按办理期限审核，请把纸质材料送到区中心。审核结果在本页查看。"));
            return FormPages.seeOther(ApplicationKind.OWN_ASSOCIATIONS + "/" + submission.number());
        } catch (Refusal refusal) {
            show(draft.get(), details.get(), model);
            model.addAttribute("obstacle", messages.of(refusal.reason()));
            return FormPages.invalid(PAGE);
        }
    }

    /** A form sent again lands with what was submitted; one that is not complete goes back to where it is filled in. */
    private String stepBefore(CurrentUser user, @Nullable String number, Optional<Draft<AssociationForm>> draft) {
        if (draft.isPresent()) {
            return AssociationDrafts.path("/associations/new/form", number);
        }
        return associations.justSubmitted(user, number)
                ? "/associations"
                : AssociationDrafts.path("/associations/new", number);
    }

    private Optional<AssociationDetails> read(Draft<AssociationForm> draft, CurrentUser user) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(draft.form(), "form");
        return check.enterprise(draft.form())
                .flatMap(company -> check.read(draft.form(), own.of(user), company, errors));
    }

    private void show(Draft<AssociationForm> draft, AssociationDetails details, Model model) {
        String form = draft.mendedNumber()
                .map(mended -> "/associations/new/form?number=" + mended)
                .orElse("/associations/new/form");
        model.addAttribute("number", draft.mended());
        model.addAttribute("rows", ApplicationRows.changeable(application.describe(details), draft.files(), form));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请关联")));
    }
}
