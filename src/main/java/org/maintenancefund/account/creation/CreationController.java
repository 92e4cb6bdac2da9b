package org.maintenancefund.account.creation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.PageOrigin;
import org.maintenancefund.web.ratelimit.GuessedSecrets;
import org.maintenancefund.web.ratelimit.Purpose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 为经办人员创建用户名. The answer to a creation is the 账号告知单 itself, once, and in no session: the one exception to
 * redirect-after-POST.
 */
@Controller
@RequiredArgsConstructor
class CreationController {

    private static final String PAGE = "account/creation";
    private static final int LONGEST_NAME = 60;

    private final OperatorCreationService service;
    private final CreationRows rows;
    private final Operators operators;
    private final StaffedOrganisations staffed;
    private final SlipPage slipPage;
    private final GuessedSecrets guessed;
    private final ObjectProvider<PageOrigin> origins;

    /** Where one came from, such as the application just approved: whom to phone stays on the page, also when a row is wrong. */
    @ModelAttribute
    void showOrigin(
            @RequestParam(required = false) @Nullable String from,
            @AuthenticationPrincipal CurrentUser clerk,
            HttpServletRequest request,
            Model model) {
        Optional<PageOrigin.Origin> origin = from == null
                ? Optional.empty()
                : origins.stream()
                        .flatMap(all -> all.find(from, clerk).stream())
                        .findFirst();
        request.setAttribute(
                PageOrigin.ENTRY, origin.map(PageOrigin.Origin::entry).orElse(Page.OPERATORS));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                Stream.concat(
                                origin.map(PageOrigin.Origin::back).stream(),
                                Stream.of(Crumb.of(Page.OPERATOR_CREATION.label())))
                        .toList());
        model.addAttribute("notification", origin.map(PageOrigin.Origin::call).orElse(null));
        model.addAttribute("from", origin.isPresent() ? "?from=" + from : "");
    }

    /** Whose people are still to be made; and any other organisation, looked up by its name. */
    @GetMapping("/operators/new")
    String wanted(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser clerk,
            Model model) {
        Optional<DistrictId> district = clerk.districtIfAny();
        String text = ChineseText.clean(q);
        model.addAttribute("q", text);
        if (text.isEmpty()) {
            model.addAttribute(
                    "wanting",
                    district.map(staffed::wanting)
                            .map(wanting -> wanting.page(wanting.cursor(after, before)))
                            .orElse(Slice.empty()));
            model.addAttribute("figures", district.map(staffed::figures).orElse(null));
        } else {
            List<StaffedOrganisations.Staffed> found = district.filter(own -> ChineseText.length(text) <= LONGEST_NAME)
                    .map(own -> staffed.find(own, text))
                    .orElse(List.of());
            model.addAttribute(
                    "found", found.stream().limit(StaffedOrganisations.MOST).toList());
            model.addAttribute("more", found.size() > StaffedOrganisations.MOST);
        }
        return "account/wanted";
    }

    @GetMapping("/operators/new/{type}/{id}")
    String form(
            @PathVariable OrgType type,
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentUser clerk,
            Model model) {
        OrganisationView organisation = service.organisation(new OrgRef(type, id), clerk);
        model.addAttribute("form", rows.proposed(organisation, operators.of(organisation.ref())));
        return show(organisation, model);
    }

    @PostMapping("/operators/new/{type}/{id}")
    Object create(
            @PathVariable OrgType type,
            @PathVariable UUID id,
            @ModelAttribute("form") CreationForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String add,
            @AuthenticationPrincipal CurrentUser clerk,
            Model model) {
        OrganisationView organisation = service.organisation(new OrgRef(type, id), clerk);
        UUID submission = OperatorCreationService.submission(form.submission());
        if (form.rows().size() > CreationRows.MAX) {
            throw new NotFound("more rows than the page has");
        }
        if (add != null) {
            rows.suggest(form);
            if (form.rows().size() < CreationRows.MAX) {
                form.rows().add(CreationForm.Row.of("", ""));
            }
            return show(organisation, model);
        }
        if (service.isAnswered(submission)) {
            return again(organisation, model);
        }
        if (organisation.closed() != null) {
            return new ModelAndView(show(organisation, model), HttpStatus.CONFLICT);
        }
        boolean filled = rows.suggest(form);
        List<NewOperator> people = rows.read(form, organisation, role(type), errors);
        if (filled && !errors.hasErrors()) {
            errors.reject("account.creation.look", Messages.of("account.creation.filled-in"));
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(show(organisation, model));
        }
        try {
            return slipPage.show(service.create(submission, people), clerk, model, path(organisation));
        } catch (Refusal refusal) {
            if (OperatorCreationService.SENT_AGAIN.equals(refusal.reason().code())) {
                return again(organisation, model);
            }
            return raced(form, service.organisation(organisation.ref(), clerk), errors, refusal, model);
        } catch (DataIntegrityViolationException taken) {
            return raced(form, service.organisation(organisation.ref(), clerk), errors, taken, model);
        }
    }

    /** Somebody else took a user name, or closed the organisation, between the check and the saving: looked at again. */
    private ModelAndView raced(
            CreationForm form,
            OrganisationView organisation,
            BindingResult errors,
            RuntimeException failure,
            Model model) {
        if (organisation.closed() != null) {
            return new ModelAndView(show(organisation, model), HttpStatus.CONFLICT);
        }
        rows.read(form, organisation, role(organisation.ref().type()), errors);
        if (!errors.hasErrors()) {
            throw failure;
        }
        return FormPages.invalid(show(organisation, model));
    }

    /** A form sent again: the slips were issued, and a slip is shown once. */
    private ModelAndView again(OrganisationView organisation, Model model) {
        model.addAttribute("form", rows.proposed(organisation, operators.of(organisation.ref())));
        model.addAttribute("again", true);
        return new ModelAndView(show(organisation, model), HttpStatus.CONFLICT);
    }

    private String show(OrganisationView organisation, Model model) {
        CreationForm form = (CreationForm) model.getAttribute("form");
        List<OperatorView> existing = operators.of(organisation.ref());
        model.addAttribute("organisation", organisation);
        model.addAttribute("closed", organisation.closed());
        model.addAttribute("existing", existing);
        model.addAttribute("checks", form == null ? List.of() : rows.check(form, organisation));
        model.addAttribute("chosen", form == null ? 0 : form.chosen());
        model.addAttribute("few", form != null && operators.inUse(organisation.ref()) + form.chosen() < Operators.NORM);
        model.addAttribute(
                "limited",
                guessed.amongst(
                        Purpose.PASSWORD,
                        existing.stream().map(OperatorView::username).toList()));
        model.addAttribute("path", path(organisation) + model.getAttribute("from"));
        return PAGE;
    }

    private static String path(OrganisationView organisation) {
        return "/operators/new/" + organisation.ref().type() + "/"
                + organisation.ref().id();
    }

    private static Role role(OrgType type) {
        return Arrays.stream(Role.values())
                .filter(role -> role.organisation() == type && !role.isStaff())
                .findFirst()
                .orElseThrow(() -> new NotFound("people of " + type));
    }
}
