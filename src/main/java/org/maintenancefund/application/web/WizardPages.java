package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftKey;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.DraftScans;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the steps of the wizard have in common: the draft that is asked for, and the pages. */
@Component
class WizardPages {

    static final Notice GONE = Notice.warning("application.draft.gone");

    private final ApplicationDefinitions definitions;
    private final Drafts drafts;
    private final Receipts receipts;
    private final DraftOwners owners;
    private final Validator validator;

    WizardPages(
            ApplicationDefinitions definitions,
            Drafts drafts,
            Receipts receipts,
            DraftOwners owners,
            @Qualifier("mvcValidator") Validator validator) {
        this.definitions = definitions;
        this.drafts = drafts;
        this.receipts = receipts;
        this.owners = owners;
        this.validator = validator;
    }

    /** A request to look: a browser that was not here before gets no cookie for that. */
    WizardStep<?, ?> read(ApplicationKind kind, HttpServletRequest request, @Nullable CurrentUser user) {
        DraftOwner owner =
                (kind.byReceipt() ? owners.findBrowser(request) : owners.find(request, user)).orElse(DraftOwner.NOBODY);
        return WizardStep.of(definitions.of(kind), owner, user, request);
    }

    /** A request that keeps something: what a stranger types belongs to the browser, also where somebody is signed in. */
    WizardStep<?, ?> write(
            ApplicationKind kind,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable CurrentUser user) {
        DraftOwner owner = kind.byReceipt() || user == null ? owners.browser(request, response) : DraftOwner.of(user);
        return WizardStep.of(definitions.of(kind), owner, user, request);
    }

    /** The owner's open draft of that kind, for who has to do with what it is about. */
    <F, D> Optional<Draft<F>> find(WizardStep<F, D> step, @Nullable String key) {
        ApplicationDefinition<F, D> definition = step.definition();
        Optional<Draft<F>> draft = DraftKey.parse(key)
                .flatMap(read -> drafts.find(step.applicant().owner(), read, definition.kind(), definition.formType()));
        draft.ifPresent(found -> definition.require(found.form(), step.applicant()));
        return draft;
    }

    Optional<Submission> submission(WizardStep<?, ?> step, @Nullable String key) {
        return DraftKey.parse(key)
                .flatMap(read -> receipts.submission(step.applicant().owner(), read));
    }

    /** A form whose draft was submitted already leads to what came of it; one that is gone leads to where one begins. */
    Object ended(WizardStep<?, ?> step, @Nullable String key, RedirectAttributes flash) {
        Optional<Submission> submission = submission(step, key);
        if (submission.isPresent()) {
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, submittedBefore(submission.get().number()));
            return FormPages.seeOther(
                    step.definition().kind().byReceipt()
                            ? submission.get().receiptPath()
                            : step.after(submission.get()));
        }
        if (key != null) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, GONE);
        }
        return FormPages.seeOther(step.start());
    }

    static Notice submittedBefore(ApplicationNumber number) {
        return Notice.info("application.submitted-before", number);
    }

    /** What the form says: its constraints are asked first, then its definition. */
    <F, D> Optional<D> details(WizardStep<F, D> step, Draft<F> draft, Errors errors) {
        validator.validate(draft.form(), errors);
        return step.definition().read(draft, step.applicant(), errors);
    }

    <F, D> String showForm(WizardStep<F, D> step, F form, @Nullable Draft<F> draft, UUID key, Model model) {
        ApplicationDefinition<F, D> definition = step.definition();
        showStep(step, draft, key, model);
        for (ScanSlot slot : definition.kind().scanSlots()) {
            model.addAttribute(
                    slot.field() + "Files", draft == null ? List.of() : DraftScans.uploaded(draft, slot.label()));
        }
        definition.showForm(form, draft, step.applicant(), model);
        return definition.kind().formView().orElseThrow();
    }

    <F, D> String showCheck(WizardStep<F, D> step, Draft<F> draft, D details, Model model) {
        showStep(step, draft, draft.key(), model);
        model.addAttribute("shown", draft.changedAt().toEpochMilli());
        model.addAttribute("rows", step.definition().rows(draft, details, step.form(draft.key())));
        step.definition().showCheck(draft, details, model);
        return step.definition().kind().checkView();
    }

    private static void showStep(WizardStep<?, ?> step, @Nullable Draft<?> draft, UUID key, Model model) {
        model.addAttribute("draftKey", key);
        model.addAttribute("kept", draft != null);
        model.addAttribute("number", draft == null ? null : draft.revises().orElse(null));
        model.addAttribute("formAddress", step.form(key));
        model.addAttribute("checkAddress", step.check(key));
        model.addAttribute("start", step.start());
    }

    /** Errors of the form as it is kept, with those that were found while it was bound. */
    static <F> BindingResult anew(@Nullable BindingResult bound, F form, Model model) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        if (bound != null) {
            bound.getAllErrors().forEach(errors::addError);
        }
        model.addAllAttributes(errors.getModel());
        return errors;
    }
}
