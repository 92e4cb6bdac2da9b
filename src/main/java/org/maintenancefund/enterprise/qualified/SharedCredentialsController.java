package org.maintenancefund.enterprise.qualified;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 共享账号 for the system administrator: runs of the refresh, collisions of names. */
@Controller
@RequestMapping("/shared-credentials")
class SharedCredentialsController {

    private final SharedRefresh refresh;
    private final SharedNames names;

    SharedCredentialsController(SharedRefresh refresh, SharedNames names) {
        this.refresh = refresh;
        this.names = names;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("configured", refresh.isConfigured());
        model.addAttribute("runs", refresh.latest());
        model.addAttribute("collisions", names.collisions());
        return "enterprise/shared-credentials";
    }

    @PostMapping
    ModelAndView now(@AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        boolean run = refresh.isConfigured() && refresh.run(user.personName());
        flash.addFlashAttribute(
                Notice.ATTRIBUTE,
                run
                        ? Notice.info("刷新已结束，结果见下面第一行", null)
                        : Notice.warning("没有开始刷新", refresh.isConfigured() ? "上一次刷新还在进行，请稍后再试。" : "没有配置共享账号的目录。"));
        return FormPages.seeOther("/shared-credentials");
    }
}
