package org.maintenancefund.account.management;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Username;
import org.maintenancefund.account.creation.OperatorCreationService;
import org.maintenancefund.account.creation.SlipPage;
import org.maintenancefund.account.username.UsernameSuggestions;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.Typed;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 工作人员账号: the system administrator makes accounts of the municipal centre's and the districts' people. */
@Controller
@RequestMapping("/staff/new")
@RequiredArgsConstructor
class StaffController {

    private static final String PAGE = "account/staff-new";

    /**
     * A new staff account as typed.
     *
     * @param organisation CITY or the identifier of a district centre
     * @param submission   made with the empty form: a form sent twice makes one account
     */
    @Labels("account.field.")
    record StaffForm(
            @Nullable String organisation,

            @Choice(value = Role.class, required = "account.staff.role.required") @Nullable
            String role,

            @Typed(PersonName.class) @Nullable String personName,
            @Typed(MobileNumber.class) @Nullable String mobile,
            @Nullable String username,
            @Nullable String submission) {

        static final String CITY = "CITY";

        /** The role chosen, where it is one. */
        Role readRole() {
            return Role.valueOf(Objects.requireNonNull(role));
        }
    }

    private final OperatorCreationService service;
    private final SlipPage slips;
    private final Districts districts;
    private final UsernameSuggestions suggestions;

    @ModelAttribute("organisations")
    List<Option> organisations() {
        List<Option> options = new ArrayList<>(List.of(Option.of(StaffForm.CITY, OrgType.MUNICIPAL_CENTRE.label())));
        districts.all().forEach(centre -> options.add(Option.of(centre.id(), centre.centreName())));
        return options;
    }

    @ModelAttribute("roles")
    List<Option> roles() {
        return Arrays.stream(Role.values())
                .filter(Role::isStaff)
                .map(Option::of)
                .toList();
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("account.title.new-staff")));
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute(
                "form",
                new StaffForm(null, null, null, null, null, UUID.randomUUID().toString()));
        return PAGE;
    }

    @PostMapping
    Object create(
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser administrator,
            Model model) {
        OrgRef organisation = organisation(form);
        if (organisation == null) {
            FieldErrors.reject(errors, "organisation", "account.staff.organisation.required");
        }
        if (organisation != null
                && !errors.hasFieldErrors("role")
                && form.readRole().organisation() != organisation.type()) {
            FieldErrors.reject(errors, "role", "account.staff.role.elsewhere");
        }
        String username = username(form, errors);
        if (errors.hasErrors() || organisation == null || username == null || isTaken(username, errors)) {
            return FormPages.invalid(PAGE);
        }
        NewOperator person = new NewOperator(
                organisation,
                form.readRole(),
                PersonName.parse(form.personName()).value().toString(),
                MobileNumber.parse(form.mobile()).value(),
                username);
        try {
            return slips.show(
                    service.create(OperatorCreationService.submission(form.submission()), List.of(person)),
                    administrator,
                    model,
                    "/staff");
        } catch (Refusal refusal) {
            FieldErrors.reject(errors, "username", refusal.reason());
        } catch (DataIntegrityViolationException raced) {
            FieldErrors.reject(errors, "username", "account.username.taken", username);
        }
        return FormPages.invalid(PAGE);
    }

    /** The directory is asked too; where it can't be asked the name may be somebody's there. */
    private boolean isTaken(String username, BindingResult errors) {
        try {
            if (suggestions.takenAnywhereAmongst(List.of(username)).contains(username)) {
                FieldErrors.reject(errors, "username", "account.username.taken", username);
            }
        } catch (Refusal unchecked) {
            FieldErrors.reject(errors, "username", unchecked.reason());
        }
        return errors.hasErrors();
    }

    /** Left empty the first free suggestion from the name is taken; without a name there is nothing to say of it yet. */
    private @Nullable String username(StaffForm form, BindingResult errors) {
        if (!ChineseText.isBlank(form.username())) {
            return FieldErrors.check(errors, "username", Username.parse(form.username()));
        }
        Checked<PersonName> name = PersonName.parse(form.personName());
        return !name.isOk()
                ? null
                : FieldErrors.check(
                        errors,
                        "username",
                        suggestions
                                .of(name.value().toString())
                                .map(suggestion -> Username.parse(suggestion.username()))
                                .orElseGet(() -> Checked.refused("account.username.unreadable")));
    }

    private @Nullable OrgRef organisation(StaffForm form) {
        if (StaffForm.CITY.equals(form.organisation())) {
            return MunicipalCentre.REF;
        }
        return districts.all().stream()
                .filter(centre -> centre.id().toString().equals(form.organisation()))
                .map(DistrictCentre::organisation)
                .findFirst()
                .orElse(null);
    }
}
