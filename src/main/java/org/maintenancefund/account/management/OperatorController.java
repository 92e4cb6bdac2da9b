package org.maintenancefund.account.management;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SuspendedOrganisations;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: what is known of it, its history, and what may be done with it. */
@Controller
@RequestMapping({"/operators/{id}", "/staff/{id}"})
class OperatorController {

    private static final String SHOW = "account/operator";
    private static final String EDIT = "account/operator-edit";

    private final ReachedOperators reached;
    private final Operators operators;
    private final SuspendedOrganisations suspended;
    private final AuditHistory history;
    private final Messages messages;

    OperatorController(
            ReachedOperators reached,
            Operators operators,
            SuspendedOrganisations suspended,
            AuditHistory history,
            Messages messages) {
        this.reached = reached;
        this.operators = operators;
        this.suspended = suspended;
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OperatorView operator = reached.get(id, user);
        show(operator, user, model);
        model.addAttribute("history", history.of("operator", operator.username()));
        model.addAttribute("submission", UUID.randomUUID());
        return SHOW;
    }

    @GetMapping("/edit")
    String edit(@PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OperatorView operator = reached.toChange(id, user);
        model.addAttribute(
                "form",
                new CorrectionForm(
                        operator.personName(), operator.mobile().toString(), Integer.toString(operators.version(id))));
        show(operator, user, model);
        return EDIT;
    }

    @PostMapping("/edit")
    ModelAndView correct(
            @PathVariable OperatorId id,
            @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        OperatorView operator = reached.toChange(id, user);
        PersonName name = FieldErrors.check(errors, "personName", PersonName.parse(form.personName()));
        MobileNumber mobile = FieldErrors.check(errors, "mobile", MobileNumber.parse(form.mobile()));
        if (name == null || mobile == null) {
            show(operator, user, model);
            return FormPages.invalid(EDIT);
        }
        if (!operators.correct(id, form.seenVersion(), name, mobile)) {
            show(reached.get(id, user), user, model);
            model.addAttribute(
                    "form",
                    new CorrectionForm(form.personName(), form.mobile(), Integer.toString(operators.version(id))));
            model.addAttribute("stale", true);
            return new ModelAndView(EDIT, HttpStatus.CONFLICT);
        }
        return done(id, user, Notice.success("已保存：" + operator.username(), null), flash);
    }

    /** 停用, after a look at what it means. */
    @GetMapping("/disable")
    String askDisable(@PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        show(reached.toChange(id, user), user, model);
        return "account/operator-disable";
    }

    @PostMapping("/disable")
    ModelAndView disable(
            @PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OperatorView operator = reached.toChange(id, user);
        return tried(
                id,
                user,
                flash,
                () -> operators.disable(id),
                Notice.success("已停用：" + operator.username(), "已登录的会话随即结束；用户名不会再给别人。"));
    }

    @PostMapping("/enable")
    ModelAndView enable(
            @PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OperatorView operator = reached.toChange(id, user);
        return tried(
                id,
                user,
                flash,
                () -> operators.enable(id),
                Notice.success("已启用：" + operator.username(), "从未激活的账号，请重新签发激活码。"));
    }

    @PostMapping("/release")
    ModelAndView release(
            @PathVariable OperatorId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OperatorView operator = reached.toChange(id, user);
        operators.liftThrottle(id);
        return done(id, user, Notice.success("已解除登录限制：" + operator.username(), "现在可以在任何设备上重新登录。"), flash);
    }

    private ModelAndView tried(
            OperatorId id, CurrentUser user, RedirectAttributes flash, Runnable action, Notice success) {
        try {
            action.run();
            return done(id, user, success, flash);
        } catch (Refusal refusal) {
            return done(id, user, Notice.warning(messages.of(refusal.reason()), null), flash);
        }
    }

    private static ModelAndView done(OperatorId id, CurrentUser user, Notice notice, RedirectAttributes flash) {
        flash.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return FormPages.seeOther(Reach.of(user).path() + "/" + id);
    }

    private void show(OperatorView operator, CurrentUser user, Model model) {
        Reach reach = Reach.of(user);
        model.addAttribute("operator", operator);
        model.addAttribute("organisation", reached.organisation(operator));
        model.addAttribute("rests", suspended.find(operator.organisation()).isPresent());
        model.addAttribute("reach", reach);
        model.addAttribute("path", reach.path() + "/" + operator.id());
        model.addAttribute("mayChange", reach.changes() && !operator.id().equals(user.operatorId()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(operator.personName())));
    }
}
