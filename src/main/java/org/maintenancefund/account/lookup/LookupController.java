package org.maintenancefund.account.lookup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.SameForVisitors;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** 用户名查询. Posted, so that no phone stands in an address. */
@Controller
class LookupController {

    private static final String PAGE = "account/lookup";
    private static final int MAX_NAME = 100;

    private final UsernameLookup lookup;
    private final RateLimits rateLimits;
    private final DirectoryLogin directory;

    LookupController(UsernameLookup lookup, RateLimits rateLimits, DirectoryLogin directory) {
        this.lookup = lookup;
        this.rateLimits = rateLimits;
        this.directory = directory;
    }

    @GetMapping("/username-lookup")
    @SameForVisitors
    String form(@ModelAttribute("form") LookupForm form, Model model) {
        model.addAttribute("kinds", kinds());
        return PAGE;
    }

    @PostMapping("/username-lookup")
    Object look(
            @ModelAttribute("form") LookupForm form, BindingResult errors, HttpServletRequest request, Model model) {
        Honeypot.check(request, errors);
        rateLimits.take("username-lookup", request);
        model.addAttribute("kinds", kinds());
        OrgType type = type(form, errors);
        String name = ChineseText.isBlank(form.getName())
                ? missing(errors)
                : FieldErrors.check(errors, "name", ChineseText.required(form.getName(), MAX_NAME));
        MobileNumber mobile = FieldErrors.check(errors, "mobile", MobileNumber.parse(form.getMobile()));
        if (errors.hasErrors() || type == null || name == null || mobile == null) {
            return FormPages.invalid(PAGE);
        }
        List<UsernameLookup.Found> found = lookup.find(type, name, mobile);
        model.addAttribute("found", found);
        model.addAttribute("anyShared", found.stream().anyMatch(UsernameLookup.Found::shared));
        model.addAttribute("anyLocal", found.stream().anyMatch(one -> !one.shared()));
        // Depends on what was asked and not on who is known, so that nobody learns which companies are.
        model.addAttribute("perhapsShared", type == OrgType.ENTERPRISE && directory.isConfigured());
        model.addAttribute("address", directory.passwordAddress());
        return PAGE;
    }

    private static @Nullable String missing(BindingResult errors) {
        FieldErrors.reject(errors, "name", Reason.of("account.lookup.name.missing"));
        return null;
    }

    private @Nullable OrgType type(LookupForm form, BindingResult errors) {
        for (OrgType kind : UsernameLookup.KINDS) {
            if (kind.name().equals(form.getType())) {
                return kind;
            }
        }
        FieldErrors.reject(errors, "type", Reason.of("account.lookup.type.missing"));
        return null;
    }

    private List<Option> kinds() {
        return UsernameLookup.KINDS.stream().map(Option::of).toList();
    }
}
