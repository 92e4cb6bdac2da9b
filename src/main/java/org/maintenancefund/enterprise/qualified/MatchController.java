package org.maintenancefund.enterprise.qualified;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.domain.EnterpriseMatch;
import org.maintenancefund.enterprise.domain.EnterpriseMatchState;
import org.maintenancefund.enterprise.domain.EnterpriseMatches;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.Text;
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
@RequiredArgsConstructor
class MatchController {

    static final String PATH = "/enterprises/matches";

    private static final String SHOW = "enterprise/match";

    private final EnterpriseMatches matches;
    private final Enterprises enterprises;
    private final Operators operators;
    private final Districts districts;
    private final AuditTrail trail;

    /**
     * A decision.
     *
     * @param version of the match when it was shown
     * @param reason  why they are not the same
     */
    @Labels("enterprise.match.field.")
    record DecisionForm(
            @Nullable String version,

            @Text(max = 500, required = "enterprise.match.reason.required") @Nullable
            String reason) {

        private static DecisionForm about(EnterpriseMatch match) {
            return new DecisionForm(Integer.toString(match.version()), null);
        }

        private int seen() {
            return FormPages.seenVersion(version);
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
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        try {
            int closed = matches.confirm(id, FormPages.seenVersion(version), user);
            return FormPages.seeOther(
                    PATH,
                    Notice.success(
                            "enterprise.match.confirmed", matches.get(id, user).directoryName(), closed),
                    flash);
        } catch (Refusal refusal) {
            return refused(id, refusal, user, model);
        }
    }

    @PostMapping("/{id}/reject")
    ModelAndView reject(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        EnterpriseMatch match = matches.get(id, user);
        if (errors.hasErrors()) {
            show(match, model);
            return FormPages.invalid(SHOW);
        }
        try {
            matches.reject(id, form.seen(), ChineseText.clean(form.reason()), user);
        } catch (Refusal refusal) {
            return refused(id, refusal, user, model);
        }
        return FormPages.seeOther(PATH, Notice.success("enterprise.match.rejected", match.registeredName()), flash);
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
        model.addAttribute("lines", compare(match));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(match.registeredName())));
        return SHOW;
    }

    /**
     * A line of the comparison.
     *
     * @param here      what is registered; null where nothing is
     * @param directory what the directory says; null where it says nothing
     */
    record Line(
            String label, @Nullable String here, @Nullable String directory) {

        private static Line of(String field, @Nullable Object here, @Nullable String directory) {
            return new Line(
                    Messages.of("enterprise.field." + field),
                    here == null || here.toString().isBlank() ? null : here.toString(),
                    directory == null || directory.isBlank() ? null : directory);
        }
    }

    /** Both records, line by line; the contacts in full, so that they can be phoned. */
    private List<Line> compare(EnterpriseMatch match) {
        EnterpriseView company = enterprises.get(match.enterprise());
        DistrictId district = company.district();
        String people = String.join(
                "、",
                operators.of(match.enterprise().ref()).stream()
                        .filter(person -> !person.isShared())
                        .map(MatchController::person)
                        .toList());
        return List.of(
                Line.of("name", match.registeredName(), match.directoryName()),
                Line.of("creditCode", match.creditCode(), match.creditCode()),
                Line.of(
                        "district",
                        district == null ? null : districts.get(district).name(),
                        match.directoryDistrict()),
                Line.of("legalRepresentative", company.legalRepresentative(), null),
                Line.of("registeredAddress", company.registeredAddress(), null),
                Line.of("contact", company.contactName() + " " + company.contactMobile(), contact(match)),
                Line.of("operators", people, match.person() + "（" + match.username() + "）"));
    }

    private static String contact(EnterpriseMatch match) {
        return match.mobile() == null ? match.person() : match.person() + " " + match.mobile();
    }

    private static String person(OperatorView person) {
        return person.personName() + "（" + person.username() + "）";
    }
}
