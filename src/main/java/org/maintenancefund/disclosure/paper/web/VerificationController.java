package org.maintenancefund.disclosure.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.disclosure.paper.PaperNumber;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.PaperVerification;
import org.maintenancefund.kernel.MaskedNames;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
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
 * 证明核验 for whoever is shown a paper: by its number, which its QR code may bring along, and 校验码. Posted, so that no code stands in
 * an address.
 */
@Controller
@RequiredArgsConstructor
class VerificationController {

    private static final String PAGE = "disclosure/paper/verify";

    private final PaperVerification verification;
    private final PaperService papers;
    private final RateLimits rateLimits;

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
        rateLimits.take("verify", request);
        Honeypot.check(request, errors);
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        try {
            Optional<IssuedPaper> paper = verification.open(
                    PaperNumber.parse(form.number()).value(),
                    VerificationForm.readCode(form.code()).value(),
                    ClientAddress.network(request.getRemoteAddr()));
            if (paper.isPresent()) {
                model.addAttribute("paper", shown(paper.get()));
                return PAGE;
            }
            FieldErrors.reject(errors, "code", Reason.of("disclosure.verify.wrong"));
        } catch (Refusal wait) {
            FieldErrors.reject(errors, "code", wait.reason());
        }
        return FormPages.invalid(PAGE);
    }

    private PaperPage shown(IssuedPaper paper) {
        return PaperPage.of(paper, papers.code(paper), papers.standing(paper), MaskedNames::of);
    }
}
