package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.DraftGone;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A kind's own step without a draft leads to where one begins, and says whether it was submitted already. */
@ControllerAdvice
@RequiredArgsConstructor
class DraftGoneAdvice {

    private final ApplicationDefinitions definitions;
    private final Receipts receipts;
    private final DraftOwners owners;

    @ExceptionHandler
    ModelAndView gone(
            DraftGone gone,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Optional<DraftOwner> asking =
                gone.kind().byReceipt() ? owners.findBrowser(request) : owners.find(request, user);
        Notice notice = asking.flatMap(owner -> receipts.submission(owner, gone.key()))
                .map(submission -> WizardStep.submittedBefore(submission.number()))
                .orElse(WizardStep.GONE);
        flash.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return FormPages.seeOther(definitions.of(gone.kind()).startAddress(user));
    }
}
