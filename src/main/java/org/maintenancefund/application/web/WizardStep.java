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
import org.maintenancefund.application.Revision;
import org.maintenancefund.application.Revisions;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.request.FormBinder;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A request to the wizard, see {@link ApplicationAddresses}.
 *
 * @param applicant    who fills it in
 * @param key          of the draft, as the address names it; null where it names none
 * @param draft        that draft, where it is open and the applicant's
 * @param revision     where that draft revises a returned application, what it is about
 * @param submission   what came of that draft, where it was submitted already
 * @param formAddress  of the form, without the draft's key
 * @param checkAddress of 核对并提交, without the draft's key
 */
record WizardStep<F, D>(
        ApplicationDefinition<F, D> definition,
        Applicant applicant,
        @Nullable String key,
        Optional<Draft<F>> draft,
        Optional<Revision> revision,
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

    /** The same with what is wrong open: it has to be mended, also where it was closed. */
    WizardStep<F, D> opened(Revisions revisions, Draft<F> kept, Errors errors) {
        List<String> wrong =
                errors.getFieldErrors().stream().map(FieldError::getField).toList();
        revision.ifPresent(it -> revisions.open(kept, it.closedOf(wrong)));
        return new WizardStep<>(
                definition,
                applicant,
                key,
                draft,
                revisions.of(kept),
                submission,
                formAddress,
                checkAddress,
                validator);
    }

    boolean isClosed(String input) {
        return revision.filter(it -> it.isClosed(input)).isPresent();
    }

    /** The scans that can be added to and taken from. */
    List<ScanSlot> openSlots() {
        return definition.kind().scanSlots().stream()
                .filter(slot -> !isClosed(slot.field()))
                .toList();
    }

    /** That scan, where it can be taken off; null otherwise. */
    @Nullable
    String removable(@Nullable String file) {
        List<String> open = openSlots().stream().map(ScanSlot::label).toList();
        return draft.stream()
                        .flatMap(kept -> kept.files().stream())
                        .anyMatch(scan -> scan.file().id().toString().equals(file) && open.contains(scan.slot()))
                ? file
                : null;
    }

    /** What has no input, such as the name of the area, is told by something else and stays. */
    private boolean canChange(String line) {
        List<String> inputs = definition.inputsOf(line);
        return !inputs.isEmpty() && !isClosed(inputs.get(0));
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

    /** What it revised can't be revised by it any more. */
    Refusal revisionEnded() {
        return Refusal.because(
                definition.kind().byReceipt()
                        ? "application.draft.revision-ended"
                        : "application.draft.own-revision-ended");
    }

    /** What is said after the submission. */
    String submitted(ApplicationNumber number) {
        return revision.map(it -> Messages.of("application.resubmitted", number, it.round() + 1))
                .orElseGet(() -> Messages.of("application.submitted", number));
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
        model.addAttribute("rows", definition.rows(filled, details, form(filled.key()), this::canChange));
        definition.showCheck(filled, details, model);
        return definition.kind().checkView();
    }

    private void show(@Nullable Draft<F> kept, UUID draftKey, Model model) {
        model.addAttribute("draftKey", draftKey);
        model.addAttribute("kept", kept != null);
        model.addAttribute("number", kept == null ? null : kept.revises().orElse(null));
        model.addAttribute("revision", revision.orElse(null));
        model.addAttribute("formAddress", form(draftKey));
        model.addAttribute("checkAddress", check(draftKey));
        model.addAttribute("start", start());
    }
}
