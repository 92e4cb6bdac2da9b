package org.maintenancefund.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.FundLookup;
import org.maintenancefund.disclosure.NumberAndCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.SameForVisitors;
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
    private final NumberAndCode guarded;

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
        return guarded.answer(
                PAGE,
                "fund-look-up",
                errors,
                request,
                network -> lookup.open(
                        FundForm.readNumber(form.number()).value(),
                        FundForm.readCode(form.code()).value(),
                        network),
                Reason.of("disclosure.wrong"),
                unit -> households.show(unit, model));
    }
}
