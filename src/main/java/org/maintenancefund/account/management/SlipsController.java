package org.maintenancefund.account.management;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.creation.OperatorCreationService;
import org.maintenancefund.account.creation.SlipPage;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 重新签发激活码 and 重置密码 from the list and from an account, with the slips of all in one print. */
@Controller
class SlipsController {

    private static final int MOST = 50;

    private final OperatorCreationService service;
    private final SlipPage slips;
    private final OperatorPages pages;

    SlipsController(OperatorCreationService service, SlipPage slips, OperatorPages pages) {
        this.service = service;
        this.slips = slips;
        this.pages = pages;
    }

    @PostMapping({"/operators/slips", "/staff/slips"})
    Object issue(
            @RequestParam(required = false) @Nullable List<String> operator,
            @RequestParam UUID submission,
            @RequestParam(defaultValue = "false") boolean reset,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        String path = OperatorScope.of(user).path();
        if (operator == null || operator.isEmpty()) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("account.slips.none"));
            return FormPages.seeOther(path + "?unused=1");
        }
        if (operator.size() > MOST) {
            throw new NotFound("more than a page of accounts");
        }
        List<AccountVersion> people = operator.stream()
                .distinct()
                .map(text -> AccountVersion.parse(text).orElseThrow(() -> new NotFound("version of an operator")))
                .toList();
        people.forEach(seen -> pages.toChange(seen.id(), user));
        String back = people.size() == 1 ? path + "/" + people.get(0).id() : path;
        try {
            return slips.show(service.renew(submission, people, reset), user, request, response, model, back);
        } catch (StaleVersion stale) {
            return pages.stale((OperatorId) stale.id(), user, model);
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
            return FormPages.seeOther(back);
        }
    }
}
