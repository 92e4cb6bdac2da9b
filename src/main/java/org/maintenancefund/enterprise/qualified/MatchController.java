package org.maintenancefund.enterprise.qualified;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.Operators;
import org.maintenancefund.enterprise.domain.EnterpriseMatches;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
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

/** A district confirms, or rejects, that a registered company and one of the directory are the same. */
@Controller
@RequestMapping("/enterprises/matches")
class MatchController {

    private static final String SHOW = "enterprise/match";
    private static final int LONGEST_REASON = 500;

    private final EnterpriseMatches matches;
    private final Operators operators;
    private final Messages messages;

    MatchController(EnterpriseMatches matches, Operators operators, Messages messages) {
        this.matches = matches;
        this.operators = operators;
        this.messages = messages;
    }

    /** Why they are not the same. */
    record RejectionForm(@Nullable String reason) {}

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        DistrictId district = user.districtIfAny().orElseThrow(() -> new NotFound("district"));
        model.addAttribute("matches", matches.open(district));
        return "enterprise/matches";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("form", new RejectionForm(null));
        show(matches.get(id, user), model);
        return SHOW;
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, Model model, RedirectAttributes flash) {
        try {
            int closed = matches.confirm(id, user);
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.success(
                            "已确认“" + matches.get(id, user).registeredName() + "”为有资质企业",
                            closed + " 个本系统用户名已停用，经办人员改用物业管理信息系统的用户名登录。"));
            return FormPages.seeOther("/enterprises/matches");
        } catch (Refusal refusal) {
            return decided(id, refusal, user, model);
        }
    }

    @PostMapping("/{id}/reject")
    ModelAndView reject(
            @PathVariable UUID id,
            @ModelAttribute("form") RejectionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        String reason = FieldErrors.check(errors, "reason", ChineseText.required(form.reason(), LONGEST_REASON));
        if (reason == null) {
            show(matches.get(id, user), model);
            return FormPages.invalid(SHOW);
        }
        try {
            matches.reject(id, reason, user);
        } catch (Refusal refusal) {
            return decided(id, refusal, user, model);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("已记录：不是同一企业", "目录里的企业不能用共享账号进入本系统，请与对方联系更正。"));
        return FormPages.seeOther("/enterprises/matches");
    }

    private ModelAndView decided(UUID id, Refusal refusal, CurrentUser user, Model model) {
        model.addAttribute("refused", messages.of(refusal.reason()));
        model.addAttribute("form", new RejectionForm(null));
        show(matches.get(id, user), model);
        return new ModelAndView(SHOW, HttpStatus.CONFLICT);
    }

    private void show(EnterpriseMatches.Match match, Model model) {
        model.addAttribute("match", match);
        model.addAttribute("people", operators.of(match.enterprise().ref()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(match.registeredName())));
    }
}
