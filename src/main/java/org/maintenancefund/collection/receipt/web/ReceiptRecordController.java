package org.maintenancefund.collection.receipt.web;

import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.collection.receipt.ReceiptRegister.ReceiptOfArea;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceiptView;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One receipt: what it pays, what was done to it, and the number of the 财政票据, recorded afterwards. */
@Controller
@RequestMapping(ReceiptAreaController.PATH + "/{number}")
@RequiredArgsConstructor
class ReceiptRecordController {

    private final ReceiptRegister receipts;
    private final ReceiptService service;
    private final Operators operators;
    private final AuditHistory history;
    private final UnitAreas units;

    @GetMapping
    ModelAndView show(@PathVariable ReceiptNumber number, @AuthenticationPrincipal CurrentUser user) {
        ReceiptOfArea found = receipts.get(number, user);
        return page(found, user, HttpStatus.OK).addObject("form", FiscalNumberForm.of(found.receipt()));
    }

    @PostMapping("/fiscal")
    ModelAndView recordFiscalNumber(
            @PathVariable ReceiptNumber number,
            @Valid @ModelAttribute("form") FiscalNumberForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                String paper = ChineseText.code(form.fiscalNumber());
                service.recordFiscalNumber(
                        number, FormPages.seenVersion(form.version()), paper.isEmpty() ? null : paper, user);
                return FormPages.seeOther(
                        ReceiptPages.path(number), Notice.success("collection.fiscal.saved", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "fiscalNumber", refusal.reason());
            }
        }
        return page(receipts.collecting(number, user), user, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(ReceiptOfArea found, CurrentUser user, HttpStatus status) {
        ReceiptView receipt = found.receipt();
        boolean own = receipt.proposal() != null
                && receipt.proposal().by().equals(user.operatorId().value());
        return new ModelAndView("collection/show", status)
                .addObject("receipt", receipt)
                .addObject("area", found.area())
                .addObject("collects", found.collects())
                .addObject("received", found.received())
                .addObject("decides", receipt.isBooked() ? user.is(Role.DISTRICT_STAFF) : found.collects())
                .addObject("proves", found.collects() || user.is(Role.DISTRICT_STAFF))
                .addObject("own", own)
                .addObject("alone", own && !receipt.isBooked() && operators.inUse(user.organisation()) < 2)
                .addObject("rows", ReceiptPages.summary(receipt, found.area(), units.contains(found.area(), user)))
                .addObject("paid", ReceiptPages.paid(receipt))
                .addObject("history", history.of("receipt", receipt.number()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        ReceiptPages.crumbs(
                                found.area(), Crumb.of(receipt.number().toString())));
    }
}
