package org.maintenancefund.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.FundLookup;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.SameForVisitors;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * 维修资金查询 for owners, who have no account: by 户号, which the code on a notice may bring along, and 查询码. Posted, so that no code
 * stands in an address; what is shown is kept nowhere.
 */
@Controller
@RequiredArgsConstructor
class FundController {

    private static final String PAGE = HouseholdPages.VIEW;

    private final FundLookup lookup;
    private final HouseholdPages households;
    private final RateLimits rateLimits;

    @GetMapping("/fund")
    @SameForVisitors
    String form(@ModelAttribute("form") FundForm form) {
        return PAGE;
    }

    @PostMapping("/fund")
    Object look(
            @Valid @ModelAttribute("form") FundForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        rateLimits.take("fund-look-up", request);
        Honeypot.check(request, errors);
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        try {
            Optional<UnitId> unit = lookup.open(
                    FundForm.readNumber(form.number()).value(),
                    FundForm.readCode(form.code()).value(),
                    ClientAddress.network(request.getRemoteAddr()));
            if (unit.isPresent()) {
                households.show(unit.get(), model);
                return PAGE;
            }
            FieldErrors.reject(errors, "code", Reason.of("disclosure.wrong"));
        } catch (Refusal wait) {
            FieldErrors.reject(errors, "code", wait.reason());
        }
        return FormPages.invalid(PAGE);
    }
}
