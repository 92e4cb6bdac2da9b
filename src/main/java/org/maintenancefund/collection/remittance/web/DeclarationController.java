package org.maintenancefund.collection.remittance.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.DeclarationRegister;
import org.maintenancefund.collection.remittance.DeclarationService;
import org.maintenancefund.collection.remittance.DeclarationView;
import org.maintenancefund.collection.remittance.ReceiptLines;
import org.maintenancefund.collection.remittance.SlipRegister;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SummaryRow;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One declaration: its receipts, confirmed by a second person, taken back. */
@Controller
@RequestMapping(RemittancePages.DECLARATIONS + "/{number}")
@RequiredArgsConstructor
class DeclarationController {

    private final DeclarationRegister declarations;
    private final DeclarationService service;
    private final ReceiptLines receipts;
    private final SlipRegister slips;
    private final Operators operators;
    private final AuditHistory history;

    @GetMapping
    ModelAndView show(
            @PathVariable DeclarationNumber number,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user) {
        return page(declarations.get(number, user), address, user, HttpStatus.OK)
                .addObject("form", WordForm.EMPTY);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable DeclarationNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        declarations.get(number, user);
        service.confirm(number, FormPages.seenVersion(version), user);
        return FormPages.seeOther(RemittancePages.path(number), Notice.success("remittance.confirmed", number), flash);
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(
            @PathVariable DeclarationNumber number,
            @Valid @ModelAttribute("form") WordForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        DeclarationView found = declarations.get(number, user);
        if (!errors.hasErrors()) {
            try {
                service.takeBack(number, form.seenVersion(), form.words(), user);
                return FormPages.seeOther(
                        RemittancePages.path(number), Notice.info("remittance.taken-back", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "reason", refusal.reason());
            }
        }
        return page(found, Map.of(), user, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(
            DeclarationView found, Map<String, List<String>> address, CurrentUser user, HttpStatus status) {
        ExtendedModelMap list = new ExtendedModelMap();
        new ListPage<>(new ListFilter(RemittancePages.path(found.number()), address), receipts.of(found.id()))
                .showRows(list);
        return new ModelAndView("collection/declaration", status)
                .addAllObjects(list)
                .addObject("declaration", found)
                .addObject("alone", found.own() && operators.inUse(user.organisation()) < Operators.NORM)
                .addObject("rows", rows(found, user))
                .addObject("history", history.of("declaration", found.number()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(found.number().toString())));
    }

    private List<SummaryRow> rows(DeclarationView found, CurrentUser user) {
        SummaryRow slip = RemittancePages.row("slip", found.slip());
        return SummaryRow.told(
                RemittancePages.row("area", found.area()),
                RemittancePages.row("company", found.company()),
                RemittancePages.row("upTo", found.upTo())
                        .withNote(Messages.of("remittance.first-day", found.firstDay())),
                RemittancePages.row("receipts", found.receipts())
                        .withNote(
                                found.leftOut() == 0
                                        ? null
                                        : Messages.of(
                                                "remittance.left-out.sum", found.leftOut(), found.leftOutAmount())),
                RemittancePages.row("amount", found.amount()),
                RemittancePages.row("proposed", found.proposed().name())
                        .withNote(Times.minute(found.proposed().at())),
                by("confirmed", found.confirmed()),
                by("takenBack", found.takenBack()).withNote(found.reason()),
                found.slip() == null
                        ? slip
                        : slip.withNote(
                                        found.slipState() == null
                                                ? null
                                                : found.slipState().label())
                                .leadingTo(slips.sees(found.slip(), user) ? RemittancePages.path(found.slip()) : null));
    }

    private static SummaryRow by(String field, DeclarationView.@Nullable By by) {
        return by == null
                ? RemittancePages.row(field, null)
                : RemittancePages.row(field, by.name()).withNote(Times.minute(by.at()));
    }
}
