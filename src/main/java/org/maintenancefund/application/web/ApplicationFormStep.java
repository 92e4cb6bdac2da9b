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
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftKey;
import org.maintenancefund.application.DraftScans;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.request.FormBinder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
class ApplicationFormStep {

    private final WizardPages pages;
    private final Drafts drafts;
    private final DraftScans scans;
    private final Submissions submissions;
    private final FormBinder binder;

    ApplicationFormStep(
            WizardPages pages, Drafts drafts, DraftScans scans, Submissions submissions, FormBinder binder) {
        this.pages = pages;
        this.drafts = drafts;
        this.scans = scans;
        this.submissions = submissions;
        this.binder = binder;
    }

    @GetMapping
    Object form(
            ApplicationKind kind,
            @RequestParam(required = false) @Nullable String draft,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        return form(pages.read(kind, request, user), draft, model, flash);
    }

    private <F, D> Object form(WizardStep<F, D> step, @Nullable String key, Model model, RedirectAttributes flash) {
        Optional<Draft<F>> draft = pages.find(step, key);
        if (draft.isEmpty() && key != null) {
            return pages.ended(step, key, flash);
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
        return pages.showForm(
                step, form.get(), draft.orElse(null), draft.map(Draft::key).orElseGet(Ids::next), model);
    }

    @PostMapping
    Object fill(
            ApplicationKind kind,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String addOperator,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Stay stay = new Stay(addOperator != null, removeFile, upload != null);
        return fill(pages.write(kind, request, response, user), draft, stay, files, request, model, flash);
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
            MultiValueMap<String, MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        ApplicationDefinition<F, D> definition = step.definition();
        if (pages.submission(step, key).isPresent()) {
            return pages.ended(step, String.valueOf(key), flash);
        }
        BindingResult errors = binder.bind(definition.formType(), request);
        F typed = FormBinder.target(errors, definition.formType());
        if (definition.kind().byReceipt()) {
            Honeypot.check(request, errors);
        }
        model.addAllAttributes(errors.getModel());
        Optional<Draft<F>> found = pages.find(step, key);
        boolean revisedBefore = found.isEmpty() && hasText(request.getParameter("revises"));
        Optional<F> form = found.isPresent()
                ? Optional.of(definition.merge(found.get().form(), typed))
                : definition.recover(typed, step.applicant());
        if (form.isEmpty()) {
            return pages.ended(step, String.valueOf(key), flash);
        }
        definition.require(form.get(), step.applicant());
        if (stay.addOperator()) {
            form = form.map(definition::withOneMoreOperator);
        }
        // The page shows the form as it is kept: with the row that was just added, and with what earlier steps chose.
        errors = WizardPages.anew(errors, form.get(), model);
        if (revisedBefore) {
            FieldErrors.rejectAll(
                    errors,
                    Reason.of(
                            definition.kind().byReceipt()
                                    ? "application.draft.revision-ended"
                                    : "application.draft.own-revision-ended"));
            return FormPages.invalid(pages.showForm(step, form.get(), null, key(key), model));
        }
        Draft<F> draft;
        try {
            draft = found.isPresent()
                    ? drafts.save(found.get(), form.get())
                    : drafts.start(step.applicant().owner(), definition.kind(), key(key), form.get());
        } catch (Refusal tooMany) {
            FieldErrors.rejectAll(errors, tooMany.reason());
            return FormPages.invalid(pages.showForm(step, form.get(), null, key(key), model));
        }
        keepScans(step, draft, files, request, errors);
        scans.remove(draft, stay.removeFile());
        draft = drafts.reread(draft);
        Optional<String> question = definition.unanswered(draft.form());
        if (question.isPresent()) {
            return "redirect:" + question.get() + "?draft=" + draft.key();
        }
        if (!stay.wanted()) {
            look(step, draft, errors);
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(pages.showForm(step, draft.form(), draft, draft.key(), model));
        }
        return "redirect:" + (stay.wanted() ? step.form(draft.key()) + stay.place() : step.check(draft.key()));
    }

    /** What the form says, and what stands against it where a field can tell that: at the first step that can know it. */
    private <F, D> void look(WizardStep<F, D> step, Draft<F> draft, Errors errors) {
        submissions.ended(draft).ifPresent(reason -> FieldErrors.rejectAll(errors, reason));
        Optional<D> details = pages.details(step, draft, errors);
        step.definition()
                .obstacleField()
                .ifPresent(field -> details.flatMap(read -> submissions.obstacle(draft, read))
                        .ifPresent(reason -> FieldErrors.reject(errors, field, reason)));
    }

    private void keepScans(
            WizardStep<?, ?> step,
            Draft<?> draft,
            MultiValueMap<String, MultipartFile> files,
            HttpServletRequest request,
            Errors errors) {
        for (ScanSlot slot : step.definition().kind().scanSlots()) {
            List<MultipartFile> sent = files.getOrDefault(slot.field(), List.of());
            scans.keep(draft, slot.label(), sent, slot.field(), request, errors);
        }
    }

    private static UUID key(@Nullable String typed) {
        return DraftKey.parse(typed).orElseGet(Ids::next);
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
