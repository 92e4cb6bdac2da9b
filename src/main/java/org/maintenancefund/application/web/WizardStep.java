package org.maintenancefund.application.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.request.FormBinder;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A request to the wizard, see {@link ApplicationAddresses}.
 *
 * @param applicant    who fills it in
 * @param key          of the draft, as the address names it; null where it names none
 * @param draft        that draft, where it is open and the applicant's
 * @param submission   what came of that draft, where it was submitted already
 * @param formAddress  of the form, without the draft's key
 * @param checkAddress of 核对并提交, without the draft's key
 */
record WizardStep<F, D>(
        ApplicationDefinition<F, D> definition,
        Applicant applicant,
        @Nullable String key,
        Optional<Draft<F>> draft,
        Optional<Submission> submission,
        String formAddress,
        String checkAddress,
        Validator validator) {

    static final Notice GONE = Notice.warning("application.draft.gone");

    String form(UUID draftKey) {
        return formAddress + "?draft=" + draftKey;
    }

    String check(UUID draftKey) {
        return checkAddress + "?draft=" + draftKey;
    }

    String start() {
        return definition.startAddress(applicant.user());
    }

    /** What the draft says; empty where {@code errors} has something to say, or an earlier step has to be answered. */
    Optional<D> read(Draft<F> filled, Errors errors) {
        if (definition.unanswered(filled.form()).isPresent()) {
            return Optional.empty();
        }
        validator.validate(filled.form(), errors);
        return definition.read(filled, applicant, errors);
    }

    Optional<D> read(Draft<F> filled) {
        return read(filled, new BeanPropertyBindingResult(filled.form(), "form"));
    }

    /** What was sent, with what the draft has from earlier steps; null where there is no draft and it can't begin one. */
    @Nullable
    F typed(BindingResult bound, boolean oneMore) {
        F typed = FormBinder.target(bound, definition.formType());
        F form = draft.isPresent()
                ? definition.merge(draft.get().form(), typed)
                : definition.recover(typed, applicant).orElse(null);
        if (form == null) {
            return null;
        }
        definition.require(form, applicant);
        return oneMore ? definition.withOneMoreOperator(form) : form;
    }

    /** Says why it can't be submitted; there is no 提交 where that could not work. */
    void block(Reason reason, Model model) {
        model.addAttribute("obstacle", Messages.of(reason));
        model.addAttribute("blocked", true);
    }

    /** A draft that was submitted already leads to what came of it; one that is gone leads to where one begins. */
    ModelAndView ended(RedirectAttributes flash) {
        if (submission.isPresent()) {
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, submittedBefore(submission.get().number()));
            return FormPages.seeOther(
                    definition.kind().byReceipt()
                            ? submission.get().receiptPath()
                            : definition.afterSubmission(submission.get(), applicant));
        }
        if (key != null) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, GONE);
        }
        return FormPages.seeOther(start());
    }

    static Notice submittedBefore(ApplicationNumber number) {
        return Notice.info("application.submitted-before", number);
    }

    /**
     * The page of the form.
     *
     * @param kept     null where nothing is kept yet
     * @param draftKey under which it is or will be kept
     */
    String showForm(F form, @Nullable Draft<F> kept, UUID draftKey, Model model) {
        show(kept, draftKey, model);
        for (ScanSlot slot : definition.kind().scanSlots()) {
            model.addAttribute(
                    slot.field() + "Files",
                    kept == null
                            ? List.of()
                            : kept.files().stream()
                                    .filter(file -> file.slot().equals(slot.label()))
                                    .map(ApplicationRows::uploaded)
                                    .toList());
        }
        definition.showForm(form, kept, applicant, model);
        return definition.kind().formView().orElseThrow();
    }

    String showCheck(Draft<F> filled, D details, Model model) {
        show(filled, filled.key(), model);
        model.addAttribute("shown", filled.changedAt().toEpochMilli());
        model.addAttribute("rows", definition.rows(filled, details, form(filled.key())));
        definition.showCheck(filled, details, model);
        return definition.kind().checkView();
    }

    private void show(@Nullable Draft<F> kept, UUID draftKey, Model model) {
        model.addAttribute("draftKey", draftKey);
        model.addAttribute("kept", kept != null);
        model.addAttribute("number", kept == null ? null : kept.revises().orElse(null));
        model.addAttribute("formAddress", form(draftKey));
        model.addAttribute("checkAddress", check(draftKey));
        model.addAttribute("start", start());
    }
}
