package org.maintenancefund.association.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftGone;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.association.domain.AssociationFormCheck;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
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
    private final AssociationDefinition definition;
    private final Drafts drafts;
    private final OpenDrafts list;
    private final AssociationFormCheck check;
    private final Enterprises enterprises;
    private final Districts districts;
    private final ApplicationSubjects subjects;

    AssociationCompanyController(
            OwnCommittee own,
            AssociationDefinition definition,
            Drafts drafts,
            OpenDrafts list,
            AssociationFormCheck check,
            Enterprises enterprises,
            Districts districts,
            ApplicationSubjects subjects) {
        this.own = own;
        this.definition = definition;
        this.drafts = drafts;
        this.list = list;
        this.check = check;
        this.enterprises = enterprises;
        this.districts = districts;
        this.subjects = subjects;
    }

    @GetMapping(AssociationDefinition.START)
    String search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Optional<Draft<AssociationForm>> from = find(draft, user);
        model.addAttribute("form", from.map(Draft::form).orElseGet(() -> AssociationForm.startedWith(null)));
        if (draft == null && text == null) {
            model.addAttribute("drafts", list.of(definition, DraftOwner.of(user), user));
        }
        show(text, after, before, from, user, model);
        return PAGE;
    }

    /**
     * Chooses. A draft is about one company for good: for another one a new draft begins.
     *
     * @param draft what is being filled in and gets another company; null for a new application
     * @param typed what becomes of what was typed for another company: {@code keep} or {@code clear}; null: it asks
     * @param kept  the draft that the question named
     */
    @PostMapping(AssociationDefinition.START)
    Object choose(
            @ModelAttribute("form") AssociationForm chosen,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String typed,
            @RequestParam(required = false) @Nullable String kept,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Optional<Draft<AssociationForm>> from = find(draft, user);
        Optional<EnterpriseView> company = check.enterprise(chosen);
        if (company.isEmpty()) {
            FieldErrors.reject(errors, "enterprise", Reason.of("association.enterprise.missing"));
            return refused(text, from, user, model);
        }
        String id = company.get().id().toString();
        if (from.filter(open -> id.equals(open.form().enterprise())).isPresent()) {
            return "redirect:" + next(from.get());
        }
        Optional<Draft<AssociationForm>> named = "keep".equals(typed) ? named(kept, user) : Optional.empty();
        Optional<Draft<AssociationForm>> before = from.or(() -> latest(user));
        boolean answered = named.isPresent() || "clear".equals(typed);
        if (before.isPresent() && !answered) {
            model.addAttribute("company", company.get());
            model.addAttribute("before", list.of(definition, before.get(), user));
            model.addAttribute("sameCompany", id.equals(before.get().form().enterprise()));
            model.addAttribute("change", draft);
            return "association/keep-typed";
        }
        try {
            return "redirect:" + next(begin(id, from, named, user));
        } catch (Refusal tooMany) {
            FieldErrors.reject(errors, "enterprise", tooMany.reason());
            return refused(text, from, user, model);
        }
    }

    private Draft<AssociationForm> begin(
            String company,
            Optional<Draft<AssociationForm>> from,
            Optional<Draft<AssociationForm>> kept,
            CurrentUser user) {
        if (kept.isPresent()) {
            return drafts.copy(kept.get(), kept.get().form().with(company));
        }
        AssociationForm form = AssociationForm.startedWith(company);
        return from.isPresent()
                ? drafts.again(from.get(), form)
                : drafts.start(DraftOwner.of(user), definition.kind(), form);
    }

    private Optional<Draft<AssociationForm>> latest(CurrentUser user) {
        return drafts.open(DraftOwner.of(user), definition.kind(), definition.formType()).stream()
                .filter(open -> open.revises().isEmpty())
                .findFirst();
    }

    private static String next(Draft<AssociationForm> draft) {
        return AssociationDefinition.FORM + "?draft=" + draft.key();
    }

    private Object refused(
            @Nullable String text, Optional<Draft<AssociationForm>> from, CurrentUser user, Model model) {
        show(text, null, null, from, user, model);
        return FormPages.invalid(PAGE);
    }

    /** The draft that an address names; empty where it names none. What it names and is gone leads to where one begins. */
    private Optional<Draft<AssociationForm>> find(@Nullable String key, CurrentUser user) {
        return key == null
                ? Optional.empty()
                : Optional.of(named(key, user).orElseThrow(() -> new DraftGone(definition.kind(), key)));
    }

    private Optional<Draft<AssociationForm>> named(@Nullable String key, CurrentUser user) {
        return drafts.find(DraftOwner.of(user), key, definition);
    }

    private void show(
            @Nullable String text,
            @Nullable String after,
            @Nullable String before,
            Optional<Draft<AssociationForm>> draft,
            CurrentUser user,
            Model model) {
        CommitteeView committee = own.of(user);
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
            model.addAttribute("slice", slice);
            model.addAttribute("total", found.count());
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
