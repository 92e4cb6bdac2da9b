package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Revisions;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.request.FormBinder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
 * The form and 核对并提交 of every kind of application. Whatever was typed is kept in the draft before it is looked at, scans
 * too, so that an error or a lost session loses nothing; what is closed stays as it was. 核对并提交 reads everything anew.
 */
@PerKind(PerKind.Address.FORM)
@RequiredArgsConstructor
class WizardController {

    private final Drafts drafts;
    private final DraftFiles files;
    private final Submissions submissions;
    private final FormBinder binder;
    private final Revisions revisions;
    private final RateLimits rateLimits;
    private final PreChecks preChecks;

    @GetMapping
    <F, D> Object form(WizardStep<F, D> step, Model model, RedirectAttributes flash) {
        Draft<F> draft = step.draft().orElse(null);
        if (draft == null && step.key() != null) {
            return step.ended(flash);
        }
        Optional<F> form =
                step.draft().map(Draft::form).or(() -> step.definition().blank(step.applicant()));
        if (form.isEmpty()) {
            return "redirect:" + step.start();
        }
        Optional<String> question = step.definition().unanswered(form.get());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + step.key();
        }
        model.addAttribute("form", form.get());
        return step.showForm(form.get(), draft, draft == null ? Ids.next() : draft.key(), model);
    }

    /**
     * Keeps what was sent, and goes on where it is complete.
     *
     * @param revises     the application that the page was shown for, where the draft revises one
     * @param addOperator 再加一位 was pressed
     * @param removeFile  the scan whose 删除 was pressed
     * @param upload      上传 was pressed
     * @param open        仍要修改其他内容 was pressed
     */
    @PostMapping
    <F, D> Object fill(
            WizardStep<F, D> step,
            @RequestParam(required = false) @Nullable String revises,
            @RequestParam(required = false) @Nullable String addOperator,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        if (step.submission().isPresent()) {
            return step.ended(flash);
        }
        BindingResult bound = binder.bind(step.definition().formType(), request);
        if (step.definition().kind().byReceipt()) {
            Honeypot.check(request, bound);
        }
        F typed = step.typed(bound, addOperator != null);
        if (typed == null) {
            return step.ended(flash);
        }
        F form = revisions.keepClosed(step.draft(), typed);
        // The page shows the form as it is kept: with the row that was just added, and with what earlier steps chose.
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        bound.getAllErrors().forEach(errors::addError);
        model.addAllAttributes(errors.getModel());
        UUID newKey = Draft.readKey(step.key()).orElseGet(Ids::next);
        Draft<F> draft;
        try {
            draft = keep(step, form, newKey, revises);
        } catch (Refusal refusal) {
            FieldErrors.rejectAll(errors, refusal.reason());
            return FormPages.invalid(step.showForm(form, null, newKey, model));
        }
        for (ScanSlot slot : step.openSlots()) {
            this.files.keep(draft, slot, files.getOrDefault(slot.field(), List.of()), request, errors);
        }
        draft = this.files.remove(draft, step.removable(removeFile));
        Optional<String> question = step.definition().unanswered(draft.form());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + draft.key();
        }
        boolean stay = addOperator != null || removeFile != null || upload != null || open != null;
        if (open != null) {
            revisions.openAll(draft);
        } else if (!stay) {
            look(step, draft, errors);
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(
                    step.opened(revisions, draft, errors).showForm(draft.form(), draft, draft.key(), model));
        }
        String next = stay ? step.form(draft.key()) : step.check(draft.key());
        return "redirect:" + next + (stay && open == null ? addOperator != null ? "#operators" : "#files" : "");
    }

    /** In its draft, or in a new one under the key that the page was shown with. */
    private <F> Draft<F> keep(WizardStep<F, ?> step, F form, UUID newKey, @Nullable String revises) {
        if (step.draft().isPresent()) {
            return drafts.save(step.draft().get(), form);
        }
        if (StringUtils.hasText(revises)) {
            throw step.revisionEnded();
        }
        return drafts.start(step.applicant().owner(), step.definition().kind(), newKey, form);
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

    @PerKind(PerKind.Address.CHECK)
    @GetMapping
    <F, D> Object check(WizardStep<F, D> step, HttpServletRequest request, Model model, RedirectAttributes flash) {
        if (step.draft().isEmpty()) {
            return step.ended(flash);
        }
        Draft<F> draft = step.draft().get();
        Optional<D> details = step.read(draft);
        if (details.isEmpty()) {
            return "redirect:" + step.form(draft.key());
        }
        submissions
                .ended(draft)
                .or(() -> submissions.obstacle(draft, details.get()))
                .ifPresentOrElse(
                        reason -> step.block(reason, model),
                        () -> model.addAttribute("foreseen", preChecks.of(draft, details.get(), request)));
        return step.showCheck(draft, details.get(), model);
    }

    /**
     * 提交.
     *
     * @param shown what was on the page, by the moment when the draft was changed
     * @param open  仍要修改其他内容 was pressed
     */
    @PerKind(PerKind.Address.CHECK)
    @PostMapping
    <F, D> Object submit(
            WizardStep<F, D> step,
            @RequestParam(required = false) @Nullable Long shown,
            @RequestParam(required = false) @Nullable String open,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        if (step.draft().isEmpty()) {
            return step.ended(flash);
        }
        Draft<F> draft = step.draft().get();
        Optional<D> details = step.read(draft);
        if (open != null) {
            revisions.openAll(draft);
        }
        if (open != null || details.isEmpty()) {
            return "redirect:" + step.form(draft.key());
        }
        if (shown != null && shown != draft.changedAt().toEpochMilli()) {
            model.addAttribute("obstacle", Messages.of("application.draft.changed-elsewhere"));
            return FormPages.invalid(step.showCheck(draft, details.get(), model));
        }
        if (draft.kind().byReceipt()) {
            rateLimits.take("registration", request);
        }
        try {
            Submission submission = submissions.submit(draft, details.get(), user);
            if (draft.kind().byReceipt()) {
                return "redirect:" + submission.receiptPath();
            }
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    new Notice(
                            Notice.Kind.SUCCESS,
                            step.submitted(submission.number()),
                            step.definition().presenter().whatNext(step.applicant())));
            return FormPages.seeOther(step.definition().afterSubmission(submission, step.applicant()));
        } catch (Refusal refusal) {
            return refused(step, draft, details.get(), refusal.reason(), model);
        }
    }

    /** What stands against it is told at its field where there is one; anything else is about the application as a whole. */
    private <F, D> Object refused(WizardStep<F, D> step, Draft<F> draft, D details, Reason reason, Model model) {
        Optional<String> field = step.definition()
                .obstacleField()
                .filter(name -> submissions.ended(draft).isEmpty())
                .filter(name -> submissions.obstacle(draft, details).isPresent());
        if (field.isPresent()) {
            BindingResult errors = new BeanPropertyBindingResult(draft.form(), "form");
            model.addAllAttributes(errors.getModel());
            FieldErrors.reject(errors, field.get(), reason);
            return FormPages.invalid(
                    step.opened(revisions, draft, errors).showForm(draft.form(), draft, draft.key(), model));
        }
        step.block(reason, model);
        return FormPages.invalid(step.showCheck(draft, details, model));
    }
}
