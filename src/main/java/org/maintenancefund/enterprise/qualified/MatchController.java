package org.maintenancefund.enterprise.qualified;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.domain.EnterpriseMatch;
import org.maintenancefund.enterprise.domain.EnterpriseMatchState;
import org.maintenancefund.enterprise.domain.EnterpriseMatches;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A district confirms, or rejects, that a registered company and one of the directory are the same. */
@Controller
@RequestMapping(MatchController.PATH)
class MatchController {

    static final String PATH = "/enterprises/matches";

    private static final String SHOW = "enterprise/match";
    private static final int LONGEST_REASON = 500;

    private final EnterpriseMatches matches;
    private final MatchPages pages;
    private final AuditTrail trail;

    MatchController(EnterpriseMatches matches, MatchPages pages, AuditTrail trail) {
        this.matches = matches;
        this.pages = pages;
        this.trail = trail;
    }

    /**
     * A decision.
     *
     * @param version of the match when it was shown
     * @param reason  why they are not the same
     */
    record DecisionForm(@Nullable String version, @Nullable String reason) {

        private static DecisionForm about(EnterpriseMatch match) {
            return new DecisionForm(Integer.toString(match.version()), null);
        }

        /** What can't be read stands for a page that is no longer right. */
        private int seen() {
            return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
        }
    }

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        DistrictId district = user.districtIfAny().orElseThrow(() -> new NotFound("district"));
        ListFilter filter = new ListFilter(PATH, address);
        List<Option> tabs =
                Option.ofEnumAnd(EnterpriseMatchState.class, Option.of("ALL", Messages.of("enterprise.match.all")));
        String tab = filter.tab("tab", tabs, EnterpriseMatchState.OPEN.name());
        new ListPage<>(filter, found(district, tab)).showRows(model);
        model.addAttribute(
                "tabs", filter.tabs("tab", each -> found(district, each).count()));
        return "enterprise/matches";
    }

    private Listing<EnterpriseMatch> found(DistrictId district, String tab) {
        return matches.list(
                district,
                Arrays.stream(EnterpriseMatchState.values())
                        .filter(state -> state.name().equals(tab))
                        .findFirst());
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, Model model) {
        EnterpriseMatch match = matches.get(id, user);
        trail.recordOnItsOwn(
                AuditEvent.of("ENTERPRISE_VIEWED").on("enterprise", match.enterprise(), match.registeredName()));
        model.addAttribute("form", DecisionForm.about(match));
        return show(match, model);
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        try {
            int closed = matches.confirm(id, form.seen(), user);
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.success(
                            "enterprise.match.confirmed", matches.get(id, user).directoryName(), closed));
            return FormPages.seeOther(PATH);
        } catch (Refusal refusal) {
            return refused(id, refusal, user, model);
        }
    }

    @PostMapping("/{id}/reject")
    ModelAndView reject(
            @PathVariable UUID id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        EnterpriseMatch match = matches.get(id, user);
        String reason = FieldErrors.check(errors, "reason", ChineseText.optional(form.reason(), LONGEST_REASON));
        if (reason != null && reason.isEmpty()) {
            FieldErrors.reject(errors, "reason", "enterprise.match.reason.required");
        }
        if (reason == null || reason.isEmpty()) {
            show(match, model);
            return FormPages.invalid(SHOW);
        }
        try {
            matches.reject(id, form.seen(), reason, user);
        } catch (Refusal refusal) {
            return refused(id, refusal, user, model);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("enterprise.match.rejected", match.registeredName()));
        return FormPages.seeOther(PATH);
    }

    /** What stands there now, and nothing changed. */
    private ModelAndView refused(UUID id, Refusal refusal, CurrentUser user, Model model) {
        EnterpriseMatch match = matches.get(id, user);
        model.addAttribute("refused", Messages.of(refusal.reason()));
        model.addAttribute("form", DecisionForm.about(match));
        return new ModelAndView(show(match, model), HttpStatus.CONFLICT);
    }

    private String show(EnterpriseMatch match, Model model) {
        model.addAttribute("match", match);
        model.addAttribute("lines", pages.compare(match));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(match.registeredName())));
        return SHOW;
    }
}
