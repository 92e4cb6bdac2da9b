package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.request.FormBinder;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form of every kind of application. Whatever was typed is kept in the draft before it is looked at, scans too, so that an
 * error, a lost session or a closed browser loses nothing.
 */
@PerKind(PerKind.Address.FORM)
@RequiredArgsConstructor
class WizardFormController {

    private final Drafts drafts;
    private final DraftFiles files;
    private final Receipts receipts;
    private final Submissions submissions;
    private final FormBinder binder;

    @GetMapping
    <F, D> Object form(WizardStep<F, D> step, Model model, RedirectAttributes flash) {
        Optional<Draft<F>> draft = step.draft();
        if (draft.isEmpty() && step.key() != null) {
            return step.ended(submission(step), flash);
        }
        Optional<F> form = draft.map(Draft::form).or(() -> step.definition().blank(step.applicant()));
        if (form.isEmpty()) {
            return "redirect:" + step.start();
        }
        Optional<String> question = step.definition().unanswered(form.get());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + step.key();
        }
        model.addAttribute("form", form.get());
        return step.showForm(
                form.get(), draft.orElse(null), draft.map(Draft::key).orElseGet(Ids::next), model);
    }

    /**
     * Keeps what was sent, and goes on where it is complete.
     *
     * @param revises     the application that the page was shown for, where the draft revises one
     * @param addOperator 再加一位 was pressed
     * @param removeFile  the scan whose 删除 was pressed
     * @param upload      上传 was pressed
     */
    @PostMapping
    <F, D> Object fill(
            WizardStep<F, D> step,
            @RequestParam(required = false) @Nullable String revises,
            @RequestParam(required = false) @Nullable String addOperator,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationDefinition<F, D> definition = step.definition();
        Optional<Submission> submission = submission(step);
        if (submission.isPresent()) {
            return step.ended(submission, flash);
        }
        BindingResult bound = binder.bind(definition.formType(), request);
        F typed = FormBinder.target(bound, definition.formType());
        if (definition.kind().byReceipt()) {
            Honeypot.check(request, bound);
        }
        Optional<F> form = step.draft().isPresent()
                ? Optional.of(definition.merge(step.draft().get().form(), typed))
                : definition.recover(typed, step.applicant());
        if (form.isEmpty()) {
            return step.ended(submission, flash);
        }
        definition.require(form.get(), step.applicant());
        if (addOperator != null) {
            form = form.map(definition::withOneMoreOperator);
        }
        // The page shows the form as it is kept: with the row that was just added, and with what earlier steps chose.
        BindingResult errors = new BeanPropertyBindingResult(form.get(), "form");
        bound.getAllErrors().forEach(errors::addError);
        model.addAllAttributes(errors.getModel());
        UUID newKey = Draft.readKey(step.key()).orElseGet(Ids::next);
        if (step.draft().isEmpty() && StringUtils.hasText(revises)) {
            FieldErrors.rejectAll(
                    errors,
                    Reason.of(
                            definition.kind().byReceipt()
                                    ? "application.draft.revision-ended"
                                    : "application.draft.own-revision-ended"));
            return FormPages.invalid(step.showForm(form.get(), null, newKey, model));
        }
        Draft<F> draft;
        try {
            draft = step.draft().isPresent()
                    ? drafts.save(step.draft().get(), form.get())
                    : drafts.start(step.applicant().owner(), definition.kind(), newKey, form.get());
        } catch (Refusal tooMany) {
            FieldErrors.rejectAll(errors, tooMany.reason());
            return FormPages.invalid(step.showForm(form.get(), null, newKey, model));
        }
        for (ScanSlot slot : definition.kind().scanSlots()) {
            this.files.keep(draft, slot, files.getOrDefault(slot.field(), List.of()), request, errors);
        }
        draft = this.files.remove(draft, removeFile);
        Optional<String> question = definition.unanswered(draft.form());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + draft.key();
        }
        boolean stay = addOperator != null || removeFile != null || upload != null;
        if (!stay) {
            look(step, draft, errors);
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(step.showForm(draft.form(), draft, draft.key(), model));
        }
        return "redirect:"
                + (stay
                        ? step.form(draft.key()) + (addOperator != null ? "#operators" : "#files")
                        : step.check(draft.key()));
    }

    private Optional<Submission> submission(WizardStep<?, ?> step) {
        return receipts.submission(step.applicant().owner(), step.key());
    }

    /** What the form says, and what stands against it where a field can tell that: at the first step that can know it. */
    private <F, D> void look(WizardStep<F, D> step, Draft<F> draft, Errors errors) {
        submissions.ended(draft).ifPresent(reason -> FieldErrors.rejectAll(errors, reason));
        Optional<D> details = step.read(draft, errors);
        step.definition()
                .obstacleField()
                .ifPresent(field -> details.flatMap(read -> submissions.obstacle(draft, read))
                        .ifPresent(reason -> FieldErrors.reject(errors, field, reason)));
    }
}
