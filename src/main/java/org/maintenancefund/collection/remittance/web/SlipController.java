package org.maintenancefund.collection.remittance.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.collection.remittance.SlipBooking;
import org.maintenancefund.collection.remittance.SlipLines;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.collection.remittance.SlipRegister;
import org.maintenancefund.collection.remittance.SlipService;
import org.maintenancefund.collection.remittance.SlipState;
import org.maintenancefund.collection.remittance.SlipView;
import org.maintenancefund.kernel.MaskedNames;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.AmountInWords;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One slip: what it is made of, its paper, submitted, voided, booked. */
@Controller
@RequestMapping(RemittancePages.SLIPS + "/{number}")
@RequiredArgsConstructor
class SlipController {

    private final SlipRegister slips;
    private final SlipService service;
    private final SlipBooking booking;
    private final SlipLines lines;
    private final AuditHistory history;
    private final Clock clock;

    @GetMapping
    ModelAndView show(@PathVariable SlipNumber number, @AuthenticationPrincipal CurrentUser user) {
        return page(slips.get(number, user), user, HttpStatus.OK).addObject("form", WordForm.EMPTY);
    }

    /** What the company takes to its bank, or copies into its bank's pages; a draft and what is voided have none. */
    @GetMapping("/paper")
    String paper(@PathVariable SlipNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        SlipView slip = slips.get(number, user);
        if (slip.state() == SlipState.DRAFT || slip.state() == SlipState.VOIDED) {
            throw Refusal.because(
                    "remittance.slip.no-paper", number, slip.state().label());
        }
        model.addAttribute("slip", slip);
        model.addAttribute("inWords", AmountInWords.of(slip.amount()));
        model.addAttribute("printedAt", Times.minute(clock.instant()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(number.toString(), RemittancePages.path(number)),
                        Crumb.of(Messages.of("remittance.slip.paper"))));
        return "collection/slip-paper";
    }

    @PostMapping("/submit")
    ModelAndView submit(
            @PathVariable SlipNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        slips.get(number, user);
        try {
            service.submit(number, FormPages.seenVersion(version), user);
        } catch (Refusal refusal) {
            return FormPages.seeOther(RemittancePages.path(number), Notice.warning(refusal.reason()), flash);
        }
        return FormPages.seeOther(
                RemittancePages.path(number) + "/paper", Notice.success("remittance.slip.submitted", number), flash);
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @PathVariable SlipNumber number,
            @Valid @ModelAttribute("form") WordForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        SlipView slip = slips.get(number, user);
        if (!errors.hasErrors()) {
            try {
                service.discard(number, form.seenVersion(), form.words(), user);
                return FormPages.seeOther(
                        RemittancePages.path(number), Notice.info("remittance.slip.discarded", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "reason", refusal.reason());
            }
        }
        return page(slip, user, HttpStatus.BAD_REQUEST);
    }

    /** 入账. */
    @PostMapping("/book")
    ModelAndView book(
            @PathVariable SlipNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        slips.get(number, user);
        EntryNumber entry = booking.book(number, FormPages.seenVersion(version), user);
        return FormPages.seeOther(
                RemittancePages.path(number), Notice.success("remittance.booked", number, entry), flash);
    }

    /** What the bank says of its money: for the district, which books it, and for who looks after both. */
    private @Nullable RecordTable lines(SlipView slip, CurrentUser user) {
        if (!user.role().isStaff()) {
            return null;
        }
        List<Row> rows = lines.of(slip.id()).stream()
                .map(line -> Row.of(
                        Cell.of(line.day()),
                        Cell.of(line.amount()),
                        Cell.of(MaskedNames.of(line.payer()))
                                .under(
                                        line.ending().isEmpty()
                                                ? null
                                                : Messages.of("remittance.lines.ending", line.ending()))))
                .toList();
        return RecordTable.of("remittance.lines", rows, rows.size());
    }

    private ModelAndView page(SlipView slip, CurrentUser user, HttpStatus status) {
        return new ModelAndView("collection/slip", status)
                .addObject("slip", slip)
                .addObject("rows", rows(slip))
                .addObject("inWords", AmountInWords.of(slip.amount()))
                .addObject("lines", lines(slip, user))
                .addObject("history", history.of("slip", slip.number()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(slip.number().toString())));
    }

    private static List<SummaryRow> rows(SlipView slip) {
        return List.of(
                RemittancePages.row("company", slip.company()),
                RemittancePages.row("receipts", slip.receipts()),
                RemittancePages.row("made", slip.madeBy()).withNote(Times.minute(slip.madeAt())),
                RemittancePages.row("submitted", slip.submittedBy())
                        .withNote(
                                slip.submittedOn() == null
                                        ? null
                                        : slip.submittedOn().toString()),
                RemittancePages.row("arrived", slip.arrived())
                        .withNote(
                                slip.arrivedOn() == null
                                        ? null
                                        : slip.arrivedOn().toString()),
                RemittancePages.row("booked", slip.bookedBy())
                        .withNote(
                                slip.bookedOn() == null
                                        ? null
                                        : Messages.of(
                                                "remittance.booked-on",
                                                slip.bookedOn(),
                                                slip.entry() == null ? "" : slip.entry())),
                RemittancePages.row("voided", slip.voidedBy()).withNote(slip.voidReason()));
    }
}
