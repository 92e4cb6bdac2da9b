package org.maintenancefund.account.management;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.creation.OperatorCreationService;
import org.maintenancefund.account.creation.SlipPage;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 操作员管理 and 工作人员账号: the list, the same list as a spreadsheet, and codes for several at once. */
@Controller
@RequiredArgsConstructor
class OperatorListController {

    private static final int MOST = 50;

    private final OperatorList list;
    private final OperatorPages pages;
    private final OperatorCreationService service;
    private final SlipPage slips;
    private final Exports exports;
    private final Clock clock;

    @GetMapping({"/operators", "/staff"})
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        OperatorScope reach = OperatorScope.of(user);
        model.addAttribute("title", title(reach));
        model.addAttribute("reach", reach);
        model.addAttribute("submission", UUID.randomUUID());
        model.addAttribute("today", LocalDate.now(clock));
        ListPage<OperatorList.Row> page = list.page(reach, address);
        page.show(model);
        String unused = page.filter().shown("unused");
        model.addAttribute(
                "codes", OperatorList.NEVER_ACTIVATED.equals(unused) || OperatorList.CODE_OVER.equals(unused));
        model.addAttribute("over", OperatorList.CODE_OVER.equals(unused));
        return "account/operators";
    }

    @GetMapping({"/operators/export", "/staff/export"})
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        OperatorScope reach = OperatorScope.of(user);
        exports.send(response, title(reach), list.page(reach, address), columns(), user);
    }

    private List<SheetColumn<OperatorList.Row>> columns() {
        return List.of(
                SheetColumn.of("account.column.name", OperatorList.Row::personName),
                SheetColumn.of("account.column.username", OperatorList.Row::username),
                SheetColumn.of("account.column.organisation", OperatorList.Row::organisation),
                SheetColumn.of("account.column.orgType", row -> row.orgType().label()),
                SheetColumn.of("account.column.role", row -> row.role().label()),
                SheetColumn.of("account.column.mobile", row -> row.mobile().masked()),
                SheetColumn.of("account.column.source", row -> row.source().label()),
                SheetColumn.of("account.column.state", row -> row.state().label()),
                SheetColumn.of(
                        "account.column.lastSignIn",
                        row -> row.lastSignInAt() == null
                                ? null
                                : LocalDate.ofInstant(row.lastSignInAt(), clock.getZone())),
                SheetColumn.of("account.column.created", row -> LocalDate.ofInstant(row.createdAt(), clock.getZone())));
    }

    private static String title(OperatorScope reach) {
        return (reach.isStaff() ? Page.STAFF : Page.OPERATORS).label();
    }

    /** 重新签发激活码 and 重置密码 from the list and from an account, with the slips of all in one print. */
    @PostMapping({"/operators/slips", "/staff/slips"})
    Object issue(
            @RequestParam(required = false) @Nullable List<String> operator,
            @RequestParam UUID submission,
            @RequestParam(defaultValue = "false") boolean reset,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        String path = OperatorScope.of(user).path();
        if (operator == null || operator.isEmpty()) {
            return FormPages.seeOther(path + "?unused=1", Notice.warning("account.slips.none"), flash);
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
            return slips.show(service.renew(submission, people, reset), user, model, back);
        } catch (StaleVersion stale) {
            return pages.stale((OperatorId) stale.id(), user, model);
        } catch (Refusal refusal) {
            return FormPages.seeOther(back, Notice.warning(refusal.reason()), flash);
        }
    }
}
