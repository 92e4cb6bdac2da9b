package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 核对并提交 of every kind of application. Everything is read anew, for a draft that was right yesterday may not be today.
 */
@PerKind(PerKind.Address.CHECK)
@RequiredArgsConstructor
class WizardCheckController {

    private final Receipts receipts;
    private final Submissions submissions;
    private final RateLimits rateLimits;

    @GetMapping
    <F, D> Object check(WizardStep<F, D> step, Model model, RedirectAttributes flash) {
        if (step.draft().isEmpty()) {
            return ended(step, flash);
        }
        Draft<F> draft = step.draft().get();
        Optional<D> details = step.read(draft);
        if (details.isEmpty()) {
            return "redirect:" + step.form(draft.key());
        }
        submissions
                .ended(draft)
                .or(() -> submissions.obstacle(draft, details.get()))
                .ifPresent(reason -> model.addAttribute("obstacle", Messages.of(reason)));
        return step.showCheck(draft, details.get(), model);
    }

    /**
     * 提交.
     *
     * @param shown what was on the page, by the moment when the draft was changed
     */
    @PostMapping
    <F, D> Object submit(
            WizardStep<F, D> step,
            @RequestParam(required = false) @Nullable Long shown,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationDefinition<F, D> definition = step.definition();
        if (step.draft().isEmpty()) {
            return ended(step, flash);
        }
        Draft<F> draft = step.draft().get();
        Optional<D> details = step.read(draft);
        if (details.isEmpty()) {
            return "redirect:" + step.form(draft.key());
        }
        if (shown != null && shown != draft.changedAt().toEpochMilli()) {
            return refused(step, draft, details.get(), Reason.of("application.draft.changed-elsewhere"), model);
        }
        if (definition.kind().byReceipt()) {
            rateLimits.take("registration", request);
        }
        try {
            Submission submission = submissions.submit(draft, details.get(), user);
            if (definition.kind().byReceipt()) {
                return "redirect:" + submission.receiptPath();
            }
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    new Notice(
                            Notice.Kind.SUCCESS,
                            Messages.of("application.submitted", submission.number()),
                            definition.presenter().whatNext(step.applicant())));
            return FormPages.seeOther(definition.afterSubmission(submission, step.applicant()));
        } catch (Refusal refusal) {
            return refused(step, draft, details.get(), refusal.reason(), model);
        }
    }

    private Object ended(WizardStep<?, ?> step, RedirectAttributes flash) {
        return step.ended(receipts.submission(step.applicant().owner(), step.key()), flash);
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
            return FormPages.invalid(step.showForm(draft.form(), draft, draft.key(), model));
        }
        model.addAttribute("obstacle", Messages.of(reason));
        return FormPages.invalid(step.showCheck(draft, details, model));
    }
}
