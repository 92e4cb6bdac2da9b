package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.PaperRow;
import org.maintenancefund.web.SummaryRow;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 提交成功: the receipt. */
@Controller
@RequiredArgsConstructor
class ReceiptController {

    private final Receipts receipts;
    private final ProgressLines lines;
    private final DraftOwners owners;
    private final Districts districts;
    private final CasePapers papers;

    @GetMapping("/receipts/{token}")
    String receipt(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!Ids.isSecret(token)) {
            throw new NotFound("receipt");
        }
        // A HEAD, as link checkers and previews send it, shows nobody anything.
        boolean shown = HttpMethod.GET.matches(request.getMethod());
        DraftOwner owner = shown ? owners.findBrowser(request).orElse(null) : null;
        Receipts.Receipt receipt = receipts.show(token, owner);
        response.setHeader("Cache-Control", "no-store");
        ApplicationView filed = receipt.application();
        model.addAttribute("filed", filed);
        model.addAttribute("noted", "/receipts/" + token + "/noted");
        model.addAttribute("code", receipt.code().map(OneTimeCode::grouped).orElse(null));
        DistrictCentre centre = districts.get(filed.district());
        model.addAttribute("centre", centre);
        model.addAttribute("workingDays", filed.workingDays());
        model.addAttribute("line", lines.of(filed));
        List<SummaryRow> rows = masked(filed);
        model.addAttribute("rows", rows);
        model.addAttribute("paperRows", PaperRow.of(rows.subList(0, rows.size() - 1)));
        model.addAttribute("progressAddress", Paper.addressOf(Page.PROGRESS.path()));
        model.addAttribute("paper", papers.of(filed.number(), centre, Messages.of("application.paper.receipt")));
        return "application/receipt";
    }

    /** 我已记下. */
    @PostMapping("/receipts/{token}/noted")
    ModelAndView noted(@PathVariable String token, HttpServletRequest request, RedirectAttributes flash) {
        if (!Ids.isSecret(token)) {
            throw new NotFound("receipt");
        }
        owners.findBrowser(request).ifPresent(owner -> receipts.noted(token, owner));
        return FormPages.seeOther("/receipts/" + token, Notice.success("application.receipt.noted"), flash);
    }

    /** The link may be passed on: names and phones are left out but for the contact, masked. */
    private static List<SummaryRow> masked(ApplicationView application) {
        List<DetailField> open =
                application.fields().stream().filter(field -> !field.personal()).toList();
        List<SummaryRow> rows = new ArrayList<>(ApplicationRows.of(open, List.of()));
        rows.add(SummaryRow.of(
                Messages.of("application.receipt.contact"),
                PersonName.parse(application.contactName())
                                .map(PersonName::masked)
                                .value() + "　" + application.contactMobile().masked()));
        rows.add(SummaryRow.of(
                Messages.of("application.files"),
                Messages.of("application.files.count", application.files().size())));
        rows.add(SummaryRow.of(Messages.of("application.receipt.submitted"), Times.minute(application.submittedAt())));
        return rows;
    }
}
