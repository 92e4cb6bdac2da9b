package org.maintenancefund.collection.receipt.web;

import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.collection.receipt.ReceiptRegister.ReceiptOfArea;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 冲正: proposed with a reason by one person, decided by another on the page of the receipt. */
@Controller
@RequestMapping(ReceiptAreaController.PATH + "/{number}/reversal")
@RequiredArgsConstructor
class ReversalController {

    private final ReceiptRegister receipts;
    private final ReversalService reversals;
    private final Operators operators;

    @GetMapping
    ModelAndView start(@PathVariable ReceiptNumber number, @AuthenticationPrincipal CurrentUser user) {
        return page(receipts.collecting(number, user), user, HttpStatus.OK).addObject("form", new ReversalForm(""));
    }

    @PostMapping
    ModelAndView propose(
            @PathVariable ReceiptNumber number,
            @Valid @ModelAttribute("form") ReversalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        ReceiptOfArea found = receipts.collecting(number, user);
        if (!errors.hasErrors()) {
            try {
                reversals.propose(number, ChineseText.clean(form.reason()), user);
                return FormPages.seeOther(
                        ReceiptPages.path(number), Notice.success("collection.reversal.proposed", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "reason", refusal.reason());
            }
        }
        return page(found, user, HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable ReceiptNumber number,
            @RequestParam(defaultValue = "") String proposal,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        receipts.get(number, user);
        ReceiptNumber negative = reversals.confirm(number, seen(proposal), user);
        return FormPages.seeOther(
                ReceiptPages.path(number), Notice.success("collection.reversal.done", number, negative), flash);
    }

    @PostMapping("/reject")
    ModelAndView reject(
            @PathVariable ReceiptNumber number,
            @RequestParam(defaultValue = "") String proposal,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        receipts.get(number, user);
        reversals.reject(number, seen(proposal), user);
        return FormPages.seeOther(
                ReceiptPages.path(number), Notice.info("collection.reversal.rejected", number), flash);
    }

    /** The proposal that the person saw; one that nobody made is as stale as one that was decided. */
    private static UUID seen(String proposal) {
        return Ids.read(proposal).orElseThrow(() -> new StaleVersion(proposal));
    }

    private ModelAndView page(ReceiptOfArea found, CurrentUser user, HttpStatus status) {
        return new ModelAndView("collection/reversal", status)
                .addObject("receipt", found.receipt())
                .addObject("alone", operators.inUse(user.organisation()) < 2)
                .addObject(
                        Crumb.ATTRIBUTE,
                        ReceiptPages.crumbs(
                                found.area(),
                                ReceiptPages.crumb(found.receipt().number()),
                                Crumb.of(Messages.of("collection.title.reversal"))));
    }
}
