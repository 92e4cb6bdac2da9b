package org.maintenancefund.association.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.domain.AssociationFormCheck;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseSearch;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.review.PendingApplications;
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

/** 申请小区管理处关联, step 1: which company. */
@Controller
class AssociationCompanyController {

    private static final String PAGE = "association/company";

    private final OwnCommittee own;
    private final AssociationDrafts drafts;
    private final AssociationFormCheck check;
    private final Enterprises enterprises;
    private final Districts districts;
    private final PendingApplications pending;

    AssociationCompanyController(
            OwnCommittee own,
            AssociationDrafts drafts,
            AssociationFormCheck check,
            Enterprises enterprises,
            Districts districts,
            PendingApplications pending) {
        this.own = own;
        this.drafts = drafts;
        this.check = check;
        this.enterprises = enterprises;
        this.districts = districts;
        this.pending = pending;
    }

    @GetMapping("/associations/new")
    String search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute(
                "form",
                drafts.find(user, number)
                        .map(draft -> draft.form())
                        .orElseGet(() -> AssociationForm.startedWith(null)));
        show(text, after, before, number, user, model);
        return PAGE;
    }

    @PostMapping("/associations/new")
    Object choose(
            @ModelAttribute("form") AssociationForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        if (check.enterprise(typed).isEmpty()) {
            FieldErrors.reject(errors, "enterprise", Reason.of("association.enterprise.missing"));
            show(text, null, null, number, user, model);
            return FormPages.invalid(PAGE);
        }
        AssociationForm form = drafts.find(user, number)
                .map(draft -> draft.form().with(typed.enterprise()))
                .orElseGet(() -> AssociationForm.startedWith(typed.enterprise()));
        drafts.save(user, number, form);
        return "redirect:" + AssociationDrafts.path("/associations/new/form", number);
    }

    private void show(
            @Nullable String text,
            @Nullable String after,
            @Nullable String before,
            @Nullable String number,
            CurrentUser user,
            Model model) {
        CommitteeView committee = own.of(user);
        boolean waiting = !pending.subjects(
                        AssociationDrafts.KIND, List.of(committee.area().value()), AssociationDrafts.number(number))
                .isEmpty();
        model.addAttribute("waiting", waiting);
        model.addAttribute("text", text);
        model.addAttribute("number", AssociationDrafts.number(number));
        model.addAttribute("started", drafts.find(user, number).isPresent());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请关联")));
        if (text != null && !waiting) {
            EnterpriseSearch search = EnterpriseSearch.active(ChineseText.clean(text), NameQuery.cursor(after, before));
            Slice<EnterpriseView> slice = enterprises.search(search);
            model.addAttribute("slice", slice);
            model.addAttribute("total", enterprises.count(search));
            model.addAttribute(
                    "companies", slice.items().stream().map(this::choice).toList());
        }
    }

    private Option choice(EnterpriseView company) {
        String district = company.district() == null
                ? ""
                : districts.get(company.district()).name();
        return Option.of(company.id(), company.name(), company.creditCode() + "　" + district + "　" + company.address());
    }
}
