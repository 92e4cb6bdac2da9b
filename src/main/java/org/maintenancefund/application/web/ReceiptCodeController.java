package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.IdentityCheck;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 补发回执码: asked first, for the code before is void at once, and who takes it home has to be the contact. */
@PerKind(PerKind.Address.REVIEWS)
@RequiredArgsConstructor
class ReceiptCodeController {

    private static final String ASK = "application/receipt-code-ask";

    private final ReviewPage page;
    private final Decisions decisions;

    /** How the clerk made sure of the person. */
    record IdentityForm(@Nullable String checked) {

        Optional<IdentityCheck> read() {
            return Arrays.stream(IdentityCheck.values())
                    .filter(check -> check.name().equals(checked))
                    .findFirst();
        }
    }

    @GetMapping("/{number}/receipt-code")
    String ask(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        show(kind, number, user, model);
        model.addAttribute("form", new IdentityForm(null));
        return ASK;
    }

    /** Shown right there and this once, like a slip: a new 回执码 must be in no session. */
    @PostMapping("/{number}/receipt-code")
    Object reissue(
            @PathVariable ApplicationNumber number,
            @ModelAttribute("form") IdentityForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            HttpServletResponse response,
            Model model) {
        Optional<IdentityCheck> checked = form.read();
        if (checked.isEmpty()) {
            show(kind, number, user, model);
            FieldErrors.reject(errors, "checked", Reason.of("application.identity.missing"));
            return FormPages.invalid(ASK);
        }
        model.addAttribute(
                "code", decisions.reissueCode(kind, number, checked.get(), user).grouped());
        page.show(kind, number, user, model);
        response.setHeader("Cache-Control", "no-store");
        return "application/receipt-code";
    }

    /** Nothing is asked where nothing can be issued. */
    private void show(ApplicationKind kind, ApplicationNumber number, CurrentUser user, Model model) {
        ReviewSheet sheet = page.show(kind, number, user, model);
        if (!kind.byReceipt()
                || !ReviewAction.REISSUE_CODE.isPossibleIn(sheet.application().status())) {
            throw new NotFound("code of " + number);
        }
        model.addAttribute("checks", options());
    }

    private static List<Option> options() {
        return Arrays.stream(IdentityCheck.values())
                .map(check -> Option.of(check, check.label()))
                .toList();
    }
}
