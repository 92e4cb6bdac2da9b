package org.maintenancefund.collection.receipt.web;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.collection.receipt.ReceiptRegister.ReceiptOfArea;
import org.maintenancefund.collection.receipt.ReceiptView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.AmountInWords;
import org.maintenancefund.web.Crumb;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * 收据 for whoever paid, to be printed. It is not the state's paper (财政票据), and says so. What was reversed has none, nor
 * what no company received. What proves a
 * payment to others is a paper of its own, with a number and a 校验码.
 */
@Controller
@RequestMapping(ReceiptAreaController.PATH + "/{number}/paper")
@RequiredArgsConstructor
class ReceiptPaperController {

    /** Flash attribute: the payment was recorded a moment ago, so that its paper prints by itself. */
    static final String JUST_RECEIVED = "justReceived";

    private final ReceiptRegister receipts;
    private final Clock clock;

    @GetMapping
    String show(@PathVariable ReceiptNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        ReceiptOfArea found = receipts.get(number, user);
        ReceiptView receipt = found.receipt();
        if (receipt.isStraight()) {
            throw Refusal.because("collection.paper.straight", number);
        }
        if (!receipt.state().isLive()) {
            throw Refusal.because("collection.paper.reversed", number);
        }
        model.addAttribute("receipt", receipt);
        model.addAttribute("area", found.area());
        model.addAttribute("collects", found.collects());
        model.addAttribute("inWords", AmountInWords.of(receipt.amount()));
        model.addAttribute("printedAt", Times.minute(clock.instant()));
        model.addAttribute(
                "next",
                ReceiptPages.counter(found.area().id()) + "?way="
                        + receipt.way().name());
        model.addAttribute(
                Crumb.ATTRIBUTE,
                ReceiptPages.crumbs(
                        found.area(), ReceiptPages.crumb(number), Crumb.of(Messages.of("collection.title.paper"))));
        return "collection/paper";
    }
}
