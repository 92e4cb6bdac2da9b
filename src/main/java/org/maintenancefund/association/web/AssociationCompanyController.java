package org.maintenancefund.association.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.SubjectStep;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请小区管理处关联, step 1: which company. */
@Controller
class AssociationCompanyController extends SubjectStep<AssociationForm> {

    /** So many companies are offered where none has the name that was typed. */
    private static final int MOST_NEAR = 8;

    private static final String PAGE = "association/company";

    private final Committees committees;
    private final AssociationDefinition definition;
    private final Enterprises enterprises;
    private final Districts districts;
    private final ApplicationSubjects subjects;

    AssociationCompanyController(
            Committees committees,
            AssociationDefinition definition,
            Drafts drafts,
            OpenDrafts list,
            Enterprises enterprises,
            Districts districts,
            ApplicationSubjects subjects) {
        super(definition, drafts, list);
        this.committees = committees;
        this.definition = definition;
        this.enterprises = enterprises;
        this.districts = districts;
        this.subjects = subjects;
    }

    @Override
    protected @Nullable String subject(AssociationForm form) {
        return form.enterprise();
    }

    @Override
    protected AssociationForm about(String company, Optional<AssociationForm> typed) {
        return typed.map(form -> form.with(company)).orElseGet(() -> AssociationForm.startedWith(company));
    }

    @GetMapping(AssociationDefinition.START)
    String search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Optional<Draft<AssociationForm>> from = find(Optional.of(DraftOwner.of(user)), draft);
        model.addAttribute("form", from.map(Draft::form).orElseGet(() -> AssociationForm.startedWith(null)));
        if (draft == null && text == null) {
            showDrafts(DraftOwner.of(user), user, model);
        }
        show(text, after, before, from, user, model);
        return PAGE;
    }

    /**
     * Takes the chosen company, and asks first where something was typed about another one.
     *
     * @param draft what is being filled in and gets another company; null for a new application
     */
    @PostMapping(AssociationDefinition.START)
    Object choose(
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String draft,
            @ModelAttribute Answer answer,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        DraftOwner owner = DraftOwner.of(user);
        Optional<Draft<AssociationForm>> from = find(Optional.of(owner), draft);
        AssociationForm chosen = AssociationForm.startedWith(enterprise);
        Optional<EnterpriseView> company = definition.company(chosen);
        Reason obstacle = Reason.of("association.enterprise.missing");
        if (company.isPresent()) {
            try {
                model.addAttribute("company", company.get());
                String id = company.get().id().toString();
                return choose(id, from, answer, owner, user, model)
                        .map(address -> "redirect:" + address)
                        .orElse("association/keep-typed");
            } catch (Refusal tooMany) {
                obstacle = tooMany.reason();
            }
        }
        BindingResult errors = new BeanPropertyBindingResult(chosen, "form");
        FieldErrors.reject(errors, "enterprise", obstacle);
        model.addAllAttributes(errors.getModel());
        show(text, null, null, from, user, model);
        return FormPages.invalid(PAGE);
    }

    private void show(
            @Nullable String text,
            @Nullable String after,
            @Nullable String before,
            Optional<Draft<AssociationForm>> draft,
            CurrentUser user,
            Model model) {
        CommitteeView committee = committees.own(user);
        ApplicationNumber revised = draft.flatMap(Draft::revises).orElse(null);
        boolean waiting = !subjects.pending(
                        definition.kind(), List.of(committee.area().value()), revised)
                .isEmpty();
        model.addAttribute("waiting", waiting);
        model.addAttribute("text", text);
        model.addAttribute("draftKey", draft.map(Draft::key).orElse(null));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("association.title.apply"))));
        if (text != null && !waiting) {
            Listing<EnterpriseView> found = enterprises.active(ChineseText.clean(text));
            Slice<EnterpriseView> slice = found.page(found.cursor(after, before));
            // Of a page, those of the committee's own district stand first: most committees look for one of them.
            List<EnterpriseView> near = slice.isEmpty() ? found.near(MOST_NEAR) : List.of();
            model.addAttribute("slice", slice);
            model.addAttribute(
                    "choose",
                    near.isEmpty()
                            ? Messages.of("association.company.choose", found.count())
                            : Messages.of("association.company.near", text));
            model.addAttribute(
                    "companies",
                    (near.isEmpty() ? slice.items() : near)
                            .stream()
                                    .sorted(Comparator.comparing(
                                            company -> !committee.district().equals(company.district())))
                                    .map(company -> choice(company, text))
                                    .toList());
        }
    }

    private Option choice(EnterpriseView company, String text) {
        String district = company.district() == null
                ? ""
                : districts.get(company.district()).name();
        return Option.found(
                company.id(), company.name(), company.creditCode() + "　" + district + "　" + company.address(), text);
    }
}
