package org.maintenancefund.account.lookup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.SameForVisitors;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** 用户名查询. Posted, so that no phone stands in an address. */
@Controller
@RequiredArgsConstructor
class LookupController {

    private static final String PAGE = "account/lookup";

    /** 用户名查询 as typed. */
    @Labels("account.lookup.field.")
    record LookupForm(
            @Typed(value = UsernameLookup.class, by = "kind") @Nullable
            String type,

            @Text(max = 100, required = "account.lookup.name.missing") @Nullable
            String name,

            @Typed(MobileNumber.class) @Nullable String mobile) {}

    private final UsernameLookup lookup;
    private final RateLimits rateLimits;
    private final DirectoryLogin directory;

    @GetMapping("/username-lookup")
    @SameForVisitors
    String form(@ModelAttribute("form") LookupForm form, Model model) {
        model.addAttribute("kinds", kinds());
        return PAGE;
    }

    @PostMapping("/username-lookup")
    Object look(
            @Valid @ModelAttribute("form") LookupForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        Honeypot.check(request, errors);
        rateLimits.take("username-lookup", request);
        model.addAttribute("kinds", kinds());
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        OrgType type = UsernameLookup.kind(form.type()).value();
        List<UsernameLookup.Found> found = lookup.find(
                type,
                ChineseText.clean(form.name()),
                MobileNumber.parse(form.mobile()).value());
        model.addAttribute("found", found);
        model.addAttribute("anyShared", found.stream().anyMatch(UsernameLookup.Found::shared));
        model.addAttribute("anyLocal", found.stream().anyMatch(one -> !one.shared()));
        // Depends on what was asked and not on who is known, so that nobody learns which companies are.
        model.addAttribute("perhapsShared", type == OrgType.ENTERPRISE && directory.isConfigured());
        model.addAttribute("address", directory.passwordAddress());
        return PAGE;
    }

    private List<Option> kinds() {
        return UsernameLookup.KINDS.stream().map(Option::of).toList();
    }
}
