package org.maintenancefund.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.Applicant;
import org.maintenancefund.review.ApplicationDefinition;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftKey;
import org.maintenancefund.review.DraftScans;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.review.ScanSlot;
import org.maintenancefund.review.Submission;
import org.maintenancefund.review.Submissions;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.request.FormBinder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The form and the check page of every kind of application. Whatever was typed is kept in the draft before it is looked at,
 * scans too, so that an error, a lost session or a closed browser loses nothing; before 提交 everything is read anew, for a
 * draft that was right yesterday may not be today. {@link WizardAddresses} says where the pages stand.
 */
@Component
class ApplicationWizard {

    static final Notice GONE =
            Notice.warning("没有找到这份填写的内容", "可能已经删除、提交，或保留的时间已过。请从这里开始，或继续下面未提交的填写。");

    private final WizardSteps steps;
    private final Drafts drafts;
    private final DraftScans scans;
    private final Submissions submissions;
    private final FormBinder binder;
    private final RateLimits rateLimits;
    private final Messages messages;

    ApplicationWizard(
            WizardSteps steps,
            Drafts drafts,
            DraftScans scans,
            Submissions submissions,
            FormBinder binder,
            RateLimits rateLimits,
            Messages messages) {
        this.steps = steps;
        this.drafts = drafts;
        this.scans = scans;
        this.submissions = submissions;
        this.binder = binder;
        this.rateLimits = rateLimits;
        this.messages = messages;
    }

    /** GET of the form. */
    Object form(
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        return form(steps.read(request, user), draft, model, flash);
    }

    private <F, D> Object form(WizardStep<F, D> step, @Nullable String key, Model model, RedirectAttributes flash) {
        Optional<Draft<F>> draft = find(step, key);
        if (draft.isEmpty() && key != null) {
            return ended(step, key, flash);
        }
        Optional<F> form = draft.map(Draft::form).or(() -> step.definition().blank(step.applicant()));
        if (form.isEmpty()) {
            return "redirect:" + step.start();
        }
        Optional<String> question = step.definition().unanswered(form.get());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + key;
        }
        model.addAttribute("form", form.get());
        return showForm(step, form.get(), draft.orElse(null), draft.map(Draft::key).orElseGet(Ids::next), model);
    }

    /** POST of the form. */
    Object fill(
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String addOperator,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Stay stay = new Stay(addOperator != null, removeFile, upload != null);
        return fill(steps.write(request, response, user), draft, stay, request, model, flash);
    }

    /** What a button of the form asks for instead of going on. */
    private record Stay(boolean addOperator, @Nullable String removeFile, boolean upload) {

        boolean wanted() {
            return addOperator || removeFile != null || upload;
        }

        String place() {
            return addOperator ? "#operators" : "#files";
        }
    }

    private <F, D> Object fill(
            WizardStep<F, D> step,
            @Nullable String key,
            Stay stay,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationDefinition<F, D> definition = step.definition();
        if (submission(step, key).isPresent()) {
            return ended(step, String.valueOf(key), flash);
        }
        BindingResult errors = binder.bind(definition.formType(), request);
        F typed = FormBinder.target(errors, definition.formType());
        if (definition.kind().byReceipt()) {
            Honeypot.check(request, errors);
        }
        model.addAllAttributes(errors.getModel());
        Optional<Draft<F>> found = find(step, key);
        boolean revisedBefore = found.isEmpty() && hasText(request.getParameter("revises"));
        Optional<F> form = found.isPresent()
                ? Optional.of(definition.merge(found.get().form(), typed))
                : definition.recover(typed, step.applicant());
        if (form.isEmpty()) {
            return ended(step, String.valueOf(key), flash);
        }
        definition.require(form.get(), step.applicant());
        if (stay.addOperator()) {
            definition.addOperator(form.get());
        }
        // The page shows the form as it is kept: with the row that was just added, and with what earlier steps chose.
        errors = anew(errors, form.get(), model);
        if (revisedBefore) {
            FieldErrors.rejectAll(errors, Reason.of("review.draft.revision-ended"));
            return FormPages.invalid(showForm(step, form.get(), null, key(key), model));
        }
        Draft<F> draft;
        try {
            draft = found.isPresent()
                    ? drafts.save(found.get(), form.get())
                    : drafts.start(step.applicant().owner(), definition.kind(), key(key), form.get());
        } catch (Refusal tooMany) {
            FieldErrors.rejectAll(errors, tooMany.reason());
            return FormPages.invalid(showForm(step, form.get(), null, key(key), model));
        }
        keepScans(step, draft, stay.removeFile(), request, errors);
        draft = drafts.reread(draft);
        Optional<String> question = definition.unanswered(draft.form());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + draft.key();
        }
        if (!stay.wanted()) {
            look(step, draft, errors);
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(showForm(step, draft.form(), draft, draft.key(), model));
        }
        return "redirect:" + (stay.wanted() ? step.form(draft.key()) + stay.place() : step.check(draft.key()));
    }

    /** What the form says, and what stands against it where a field can tell that: at the first step that can know it. */
    private <F, D> void look(WizardStep<F, D> step, Draft<F> draft, Errors errors) {
        Optional<D> details = step.definition().read(draft, step.applicant(), errors);
        step.definition()
                .obstacleField()
                .ifPresent(field -> details.flatMap(read -> submissions.obstacle(draft, read))
                        .ifPresent(reason -> FieldErrors.reject(errors, field, reason)));
    }

    /** GET of 核对并提交. */
    Object check(
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        return check(steps.read(request, user), draft, model, flash);
    }

    private <F, D> Object check(WizardStep<F, D> step, @Nullable String key, Model model, RedirectAttributes flash) {
        Optional<Draft<F>> draft = find(step, key);
        if (draft.isEmpty()) {
            return ended(step, key, flash);
        }
        Optional<D> details = read(step, draft.get());
        if (details.isEmpty()) {
            return "redirect:" + step.form(draft.get().key());
        }
        submissions
                .obstacle(draft.get(), details.get())
                .ifPresent(reason -> model.addAttribute("obstacle", messages.of(reason)));
        return showCheck(step, draft.get(), details.get(), model);
    }

    /** POST of 核对并提交: 提交. */
    Object submit(
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        return submit(steps.write(request, response, user), draft, request, user, model, flash);
    }

    private <F, D> Object submit(
            WizardStep<F, D> step,
            @Nullable String key,
            HttpServletRequest request,
            @Nullable CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        ApplicationDefinition<F, D> definition = step.definition();
        Optional<Draft<F>> found = find(step, key);
        if (found.isEmpty()) {
            return ended(step, key, flash);
        }
        Draft<F> draft = found.get();
        Optional<D> details = read(step, draft);
        if (details.isEmpty()) {
            return "redirect:" + step.form(draft.key());
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
                    Notice.success("提交成功，受理编号 " + submission.number(), definition.whatNext(step.applicant())));
            return FormPages.seeOther(definition.afterSubmission(submission, step.applicant()));
        } catch (Refusal refusal) {
            return refused(step, draft, details.get(), refusal.reason(), model);
        }
    }

    /** What stands against it is told at its field where there is one; anything else is about the application as a whole. */
    private <F, D> Object refused(WizardStep<F, D> step, Draft<F> draft, D details, Reason reason, Model model) {
        Optional<String> field = step.definition()
                .obstacleField()
                .filter(name -> submissions.obstacle(draft, details).isPresent());
        if (field.isPresent()) {
            BindingResult errors = anew(null, draft.form(), model);
            FieldErrors.reject(errors, field.get(), reason);
            return FormPages.invalid(showForm(step, draft.form(), draft, draft.key(), model));
        }
        model.addAttribute("obstacle", messages.of(reason));
        return FormPages.invalid(showCheck(step, draft, details, model));
    }

    private <F, D> Optional<D> read(WizardStep<F, D> step, Draft<F> draft) {
        return step.definition().unanswered(draft.form()).isPresent()
                ? Optional.empty()
                : step.definition().read(draft, step.applicant(), new BeanPropertyBindingResult(draft.form(), "form"));
    }

    private <F, D> Optional<Draft<F>> find(WizardStep<F, D> step, @Nullable String key) {
        ApplicationDefinition<F, D> definition = step.definition();
        Optional<Draft<F>> draft = DraftKey.parse(key)
                .flatMap(read -> drafts.find(step.applicant().owner(), read, definition.kind(), definition.formType()));
        draft.ifPresent(found -> definition.require(found.form(), step.applicant()));
        return draft;
    }

    private Optional<Submission> submission(WizardStep<?, ?> step, @Nullable String key) {
        return DraftKey.parse(key).flatMap(read -> drafts.submission(step.applicant().owner(), read));
    }

    /** A form whose draft was submitted already leads to what came of it; one that is gone leads to where one begins. */
    private Object ended(WizardStep<?, ?> step, @Nullable String key, RedirectAttributes flash) {
        Optional<Submission> submission = submission(step, key);
        if (submission.isPresent()) {
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, submittedBefore(submission.get().number()));
            return FormPages.seeOther(
                    step.definition().kind().byReceipt() ? submission.get().receiptPath() : step.after(submission.get()));
        }
        if (key != null) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, GONE);
        }
        return FormPages.seeOther(step.start());
    }

    static Notice submittedBefore(ApplicationNumber number) {
        return Notice.info("这份内容已经提交过，没有重复提交", "受理编号 " + number + "。");
    }

    private <F, D> String showForm(
            WizardStep<F, D> step, F form, @Nullable Draft<F> draft, UUID key, Model model) {
        ApplicationDefinition<F, D> definition = step.definition();
        showStep(step, draft, key, model);
        for (ScanSlot slot : definition.scanSlots()) {
            model.addAttribute(
                    slot.field() + "Files", draft == null ? List.of() : DraftScans.uploaded(draft, slot.label()));
        }
        definition.showForm(form, draft, step.applicant(), model);
        return definition.formView();
    }

    private <F, D> String showCheck(WizardStep<F, D> step, Draft<F> draft, D details, Model model) {
        showStep(step, draft, draft.key(), model);
        step.definition().showCheck(draft, details, step.form(draft.key()), step.applicant(), model);
        return step.definition().checkView();
    }

    private static void showStep(WizardStep<?, ?> step, @Nullable Draft<?> draft, UUID key, Model model) {
        model.addAttribute("draftKey", key);
        model.addAttribute("kept", draft != null);
        model.addAttribute("number", draft == null ? null : draft.revises().orElse(null));
        model.addAttribute("formAddress", step.form(key));
        model.addAttribute("checkAddress", step.check(key));
        model.addAttribute("start", step.start());
    }

    private void keepScans(
            WizardStep<?, ?> step, Draft<?> draft, @Nullable String remove, HttpServletRequest request, Errors errors) {
        MultipartRequest upload = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (upload != null) {
            for (ScanSlot slot : step.definition().scanSlots()) {
                List<MultipartFile> files = upload.getFiles(slot.field());
                scans.keep(draft, slot.label(), files, slot.field(), request, errors);
            }
        }
        scans.remove(draft, remove);
    }

    private static <F> BindingResult anew(@Nullable BindingResult bound, F form, Model model) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        if (bound != null) {
            bound.getAllErrors().forEach(errors::addError);
        }
        model.addAllAttributes(errors.getModel());
        return errors;
    }

    private static UUID key(@Nullable String typed) {
        return DraftKey.parse(typed).orElseGet(Ids::next);
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
