package org.maintenancefund.disclosure.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.MaskedNames;
import org.maintenancefund.disclosure.NumberAndCode;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.disclosure.paper.PaperNumber;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.PaperVerification;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * 证明核验 for whoever is shown a paper: by its number, which its QR code may bring along, and 校验码. Posted, so that no code stands in
 * an address.
 */
@Controller
@RequiredArgsConstructor
class VerificationController {

    private static final String PAGE = "disclosure/paper/verify";

    private final PaperVerification verification;
    private final PaperService papers;
    private final NumberAndCode guarded;

    @GetMapping("/verify")
    @SameForVisitors
    String form(@ModelAttribute("form") VerificationForm form) {
        return PAGE;
    }

    @PostMapping("/verify")
    Object verify(
            @Valid @ModelAttribute("form") VerificationForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        return guarded.answer(
                PAGE,
                "verify",
                errors,
                request,
                network -> verification.open(
                        PaperNumber.parse(form.number()).value(),
                        VerificationForm.readCode(form.code()).value(),
                        network),
                Reason.of("disclosure.verify.wrong"),
                paper -> model.addAttribute("paper", shown(paper)));
    }

    private PaperPage shown(IssuedPaper paper) {
        return PaperPage.of(paper, papers.code(paper), papers.standing(paper), MaskedNames::of);
    }
}
