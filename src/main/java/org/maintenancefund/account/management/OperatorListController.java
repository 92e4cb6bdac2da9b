package org.maintenancefund.account.management;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作员管理 and 工作人员账号: the list. */
@Controller
class OperatorListController {

    private final OperatorList list;

    OperatorListController(OperatorList list) {
        this.list = list;
    }

    @GetMapping({"/operators", "/staff"})
    String list(
            OperatorFilter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        Reach reach = Reach.of(user);
        model.addAttribute("title", (reach.isStaff() ? Page.STAFF : Page.OPERATORS).label());
        model.addAttribute("path", reach.path());
        model.addAttribute("reach", reach);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "kinds",
                reach.kinds().stream()
                        .sorted()
                        .map(kind -> Option.of(kind, kind.label()))
                        .toList());
        model.addAttribute("states", Arrays.asList(OperatorState.values()));
        model.addAttribute("chips", filter.chips(reach.path()));
        model.addAttribute("slice", list.page(reach, filter, Cursor.read(after, before, OperatorList.KEY_PARTS)));
        model.addAttribute("total", list.count(reach, filter));
        model.addAttribute("submission", UUID.randomUUID());
        return "account/operators";
    }
}
