package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
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
class ApplicationCheckStep {

    private final WizardPages pages;
    private final Submissions submissions;
    private final RateLimits rateLimits;

    ApplicationCheckStep(WizardPages pages, Submissions submissions, RateLimits rateLimits) {
        this.pages = pages;
        this.submissions = submissions;
        this.rateLimits = rateLimits;
    }

    @GetMapping
    Object check(
            ApplicationKind kind,
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        return check(pages.read(kind, request, user), draft, model, flash);
    }

    private <F, D> Object check(WizardStep<F, D> step, @Nullable String key, Model model, RedirectAttributes flash) {
        Optional<Draft<F>> draft = pages.find(step, key);
        if (draft.isEmpty()) {
            return pages.ended(step, key, flash);
        }
        Optional<D> details = read(step, draft.get());
        if (details.isEmpty()) {
            return "redirect:" + step.form(draft.get().key());
        }
        submissions
                .ended(draft.get())
                .or(() -> submissions.obstacle(draft.get(), details.get()))
                .ifPresent(reason -> model.addAttribute("obstacle", Messages.of(reason)));
        return pages.showCheck(step, draft.get(), details.get(), model);
    }

    /** 提交. */
    @PostMapping
    Object submit(
            ApplicationKind kind,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable Long shown,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return submit(pages.write(kind, request, response, user), draft, shown, request, user, model, flash);
    }

    private <F, D> Object submit(
            WizardStep<F, D> step,
            @Nullable String key,
            @Nullable Long shown,
            HttpServletRequest request,
            @Nullable CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        ApplicationDefinition<F, D> definition = step.definition();
        Optional<Draft<F>> found = pages.find(step, key);
        if (found.isEmpty()) {
            return pages.ended(step, key, flash);
        }
        Draft<F> draft = found.get();
        Optional<D> details = read(step, draft);
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

    /** What stands against it is told at its field where there is one; anything else is about the application as a whole. */
    private <F, D> Object refused(WizardStep<F, D> step, Draft<F> draft, D details, Reason reason, Model model) {
        Optional<String> field = step.definition()
                .obstacleField()
                .filter(name -> submissions.ended(draft).isEmpty())
                .filter(name -> submissions.obstacle(draft, details).isPresent());
        if (field.isPresent()) {
            BindingResult errors = WizardPages.anew(null, draft.form(), model);
            FieldErrors.reject(errors, field.get(), reason);
            return FormPages.invalid(pages.showForm(step, draft.form(), draft, draft.key(), model));
        }
        model.addAttribute("obstacle", Messages.of(reason));
        return FormPages.invalid(pages.showCheck(step, draft, details, model));
    }

    private <F, D> Optional<D> read(WizardStep<F, D> step, Draft<F> draft) {
        return step.definition().unanswered(draft.form()).isPresent()
                ? Optional.empty()
                : pages.details(step, draft, new BeanPropertyBindingResult(draft.form(), "form"));
    }
}
