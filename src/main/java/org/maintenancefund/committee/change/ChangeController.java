package org.maintenancefund.committee.change;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwner;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.review.Submission;
import org.maintenancefund.review.Submissions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 申请信息变更 by the committee, and the same by its district from paper: the form, the check page, the submission. */
@Controller
class ChangeController {

    private static final ApplicationKind KIND = ApplicationKind.COMMITTEE_CHANGE;
    private static final String PAGE = "committee/change";
    private static final String CHECK = "committee/change-check";
    private static final String SLOT = "证明材料";

    private final ChangedCommittee committees;
    private final Drafts drafts;
    private final ChangeFormCheck check;
    private final CommitteeChange change;
    private final Submissions submissions;
    private final RateLimits rateLimits;
    private final Messages messages;

    ChangeController(
            ChangedCommittee committees,
            Drafts drafts,
            ChangeFormCheck check,
            CommitteeChange change,
            Submissions submissions,
            RateLimits rateLimits,
            Messages messages) {
        this.committees = committees;
        this.drafts = drafts;
        this.check = check;
        this.change = change;
        this.submissions = submissions;
        this.rateLimits = rateLimits;
        this.messages = messages;
    }

    @GetMapping({"/my/committee/change", "/committees/{id}/change"})
    String form(
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Committee committee = committees.get(id, user);
        Optional<Draft<ChangeForm>> draft = find(committee, number, user);
        model.addAttribute(
                "form",
                draft.map(Draft::form)
                        .orElseGet(() -> ChangeForm.of(committee.id().toString(), committee.state())));
        show(committee, draft.orElse(null), id, number, model);
        return PAGE;
    }

    @PostMapping({"/my/committee/change", "/committees/{id}/change"})
    Object fill(
            @PathVariable(required = false) @Nullable UUID id,
            @ModelAttribute("form") ChangeForm typed,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String removeFile,
            @RequestParam(required = false) @Nullable String upload,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        Committee committee = committees.get(id, user);
        typed.setCommitteeId(committee.id().toString());
        ApplicationNumber mended = number(number);
        if (find(committee, number, user).isEmpty() && mended == null) {
            // A draft about another committee is not mixed with this one.
            drafts.discard(DraftOwner.of(user), KIND, null);
        }
        Draft<ChangeForm> draft = drafts.save(DraftOwner.of(user), KIND, mended, typed);
        keepFiles(draft, typed.getFiles(), request, errors);
        draft.files().stream()
                .map(file -> file.file().id())
                .filter(file -> file.toString().equals(removeFile))
                .findFirst()
                .ifPresent(file -> drafts.removeFile(draft, file));
        boolean stay = removeFile != null || upload != null;
        if (!stay) {
            check.read(typed, committee, errors);
        }
        if (errors.hasErrors()) {
            show(committee, find(committee, number, user).orElse(draft), id, number, model);
            return FormPages.invalid(PAGE);
        }
        return "redirect:" + path(ChangedCommittee.path(id) + (stay ? "" : "/check"), mended) + (stay ? "#files" : "");
    }

    @GetMapping({"/my/committee/change/check", "/committees/{id}/change/check"})
    String check(
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Committee committee = committees.get(id, user);
        Optional<Draft<ChangeForm>> draft = find(committee, number, user);
        Optional<ChangeDetails> details = draft.flatMap(found -> read(found, committee));
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + path(ChangedCommittee.path(id), number(number));
        }
        showCheck(draft.get(), details.get(), id, model);
        submissions
                .obstacle(draft.get(), details.get())
                .ifPresent(reason -> model.addAttribute("obstacle", messages.of(reason)));
        return CHECK;
    }

    @PostMapping({"/my/committee/change/check", "/committees/{id}/change/check"})
    Object submit(
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        Committee committee = committees.get(id, user);
        Optional<Draft<ChangeForm>> draft = find(committee, number, user);
        Optional<ChangeDetails> details = draft.flatMap(found -> read(found, committee));
        if (draft.isEmpty() || details.isEmpty()) {
            return "redirect:" + (id == null ? "/my/committee" : "/committees/" + id);
        }
        try {
            Submission submission = submissions.submit(draft.get(), details.get(), user);
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.success(
                            "提交成功，受理编号 " + submission.number(),
                            user.is(Role.DISTRICT_STAFF) ? "由您录入的申请，请同事审核。" : "区中心将按办理期限审核，审核结果在本页查看。"));
            return FormPages.seeOther(id == null ? "/my/committee" : "/committees/" + id);
        } catch (Refusal refusal) {
            showCheck(draft.get(), details.get(), id, model);
            model.addAttribute("obstacle", messages.of(refusal.reason()));
            return FormPages.invalid(CHECK);
        }
    }

    private Optional<Draft<ChangeForm>> find(Committee committee, @Nullable String number, CurrentUser user) {
        return drafts.find(DraftOwner.of(user), KIND, number(number), ChangeForm.class)
                .filter(draft ->
                        draft.form().getCommitteeId().equals(committee.id().toString()));
    }

    private Optional<ChangeDetails> read(Draft<ChangeForm> draft, Committee committee) {
        return check.read(draft.form(), committee, new BeanPropertyBindingResult(draft.form(), "form"));
    }

    private void keepFiles(
            Draft<ChangeForm> draft, List<MultipartFile> files, HttpServletRequest request, BindingResult errors) {
        for (MultipartFile file : files) {
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isBlank())) {
                continue;
            }
            rateLimits.take("upload", request, file.getSize());
            Checked<StoredAttachment> stored = drafts.addFile(draft, SLOT, file);
            if (!stored.isOk()) {
                FieldErrors.reject(errors, "files", stored.reason());
            }
        }
    }

    private void show(
            Committee committee,
            @Nullable Draft<ChangeForm> draft,
            @Nullable UUID id,
            @Nullable String number,
            Model model) {
        boolean formal = committee.state().attribute() == CommitteeAttribute.FORMAL;
        model.addAttribute("committee", committees.view(committee));
        model.addAttribute(
                "choices",
                Arrays.stream(ChangeItem.values())
                        .filter(item -> item != (formal ? ChangeItem.FORMALISE : ChangeItem.NEW_TERM))
                        .map(item -> Option.of(item, item.label(), item.hint().isEmpty() ? null : item.hint()))
                        .toList());
        model.addAttribute(
                "scans",
                draft == null
                        ? List.of()
                        : draft.files().stream().map(ApplicationRows::uploaded).toList());
        model.addAttribute("number", number(number));
        model.addAttribute("path", ChangedCommittee.path(id));
        model.addAttribute("back", id == null ? "/my/committee" : "/committees/" + id);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请信息变更")));
    }

    private void showCheck(Draft<ChangeForm> draft, ChangeDetails details, @Nullable UUID id, Model model) {
        String path = ChangedCommittee.path(id);
        model.addAttribute("number", draft.mended());
        model.addAttribute("path", path);
        model.addAttribute(
                "rows",
                ApplicationRows.changeable(change.describe(details), draft.files(), path(path, draft.mended())));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of("申请信息变更")));
    }

    private static String path(String path, @Nullable ApplicationNumber number) {
        return number == null ? path : path + "?number=" + number;
    }

    private static @Nullable ApplicationNumber number(@Nullable String text) {
        return text == null ? null : ApplicationNumber.parse(text).orElse(null);
    }
}
