package org.maintenancefund.enterprise.qualified;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 共享账号 for the system administrator: runs of the refresh, collisions of names. */
@Controller
@RequestMapping(SharedCredentialsController.PATH)
@RequiredArgsConstructor
class SharedCredentialsController {

    static final String PATH = "/shared-credentials";

    private final SharedDirectory directory;
    private final SharedRefresh refresh;
    private final SharedNames names;

    @GetMapping
    String show(Model model) {
        List<RefreshRun> runs = refresh.latest();
        RefreshRun last = runs.isEmpty() ? null : runs.get(0);
        model.addAttribute("configured", directory.isConfigured());
        model.addAttribute("reachable", directory.isReachable());
        model.addAttribute("runs", runs);
        model.addAttribute("running", last != null && last.isRunning());
        model.addAttribute("held", last != null && last.isHeldBack() ? last : null);
        model.addAttribute("collisions", names.collisions());
        return "enterprise/shared-credentials";
    }

    /** 立即刷新. */
    @PostMapping
    ModelAndView now(@AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        return told(refresh.isConfigured() && refresh.start(user), "enterprise.refresh.running", flash);
    }

    /** Those the last run held back are really gone. */
    @PostMapping("/confirm-gone")
    ModelAndView confirm(@RequestParam UUID run, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        return told(refresh.isConfigured() && refresh.confirm(run, user), "enterprise.refresh.not-the-last", flash);
    }

    private ModelAndView told(boolean begun, String whyNot, RedirectAttributes flash) {
        return FormPages.seeOther(
                PATH,
                begun
                        ? Notice.success("enterprise.refresh.begun")
                        : new Notice(
                                Notice.Kind.WARNING,
                                Messages.of("enterprise.refresh.not-begun"),
                                Messages.of(refresh.isConfigured() ? whyNot : "enterprise.refresh.not-configured")),
                flash);
    }
}
