package org.maintenancefund.collection.receipt.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceiptService.Received;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.dao.DataIntegrityViolationException;
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

/**
 * 收款 at the counter, by the keyboard alone: 户号 or house number, Enter; the amount stands there, Enter; the receipt is printed, and
 * Enter goes on to the next one.
 */
@Controller
@RequestMapping(ReceiptAreaController.PATH + "/areas/{area}/counter")
@RequiredArgsConstructor
class CounterController {

    /** So many units are offered to choose from. */
    private static final int MOST_CHOICES = 20;

    /** What the second of two runs into who record the same payment at the same moment. */
    private static final String SAME_PAYMENT = "uq_receipt_external_number";

    private final CollectionRights rights;
    private final UnitLookup units;
    private final PropertyAreas areas;
    private final Bills bills;
    private final ReceiptRegister receipts;
    private final ReceiptService service;
    private final Clock clock;

    /** @param way of the payment before, which the next one is likely to come by */
    @GetMapping
    ModelAndView look(
            @PathVariable AreaId area,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String way,
            @AuthenticationPrincipal CurrentUser user) {
        AreaView in = rights.takenOver(area, user);
        String typed = ChineseText.clean(unit);
        List<FoundUnit> found =
                typed.isEmpty() ? List.of() : units.named(in.id(), typed, areas.buildings(in.id()), MOST_CHOICES + 1);
        String kept = way(way).name();
        if (found.size() == 1) {
            return FormPages.seeOther(
                    ReceiptPages.counter(in.id()) + "/" + found.get(0).id() + "?way=" + kept);
        }
        return new ModelAndView("collection/counter")
                .addObject("area", in)
                .addObject("typed", typed)
                .addObject("way", kept)
                .addObject("units", found.stream().limit(MOST_CHOICES).toList())
                .addObject("more", found.size() > MOST_CHOICES)
                .addObject("nothing", typed.isEmpty() || !found.isEmpty() ? null : nothing(in, typed))
                .addObject(Crumb.ATTRIBUTE, ReceiptPages.crumbs(in, Crumb.of(Messages.of("collection.title.counter"))));
    }

    @GetMapping("/{unit}")
    ModelAndView start(
            @PathVariable AreaId area,
            @PathVariable UnitId unit,
            @RequestParam(required = false) @Nullable String way,
            @AuthenticationPrincipal CurrentUser user) {
        AreaView in = rights.takenOver(area, user);
        FoundUnit found = unit(in, unit);
        List<OpenBill> open = bills.open(unit);
        Money prepaid = receipts.prepaid(unit);
        Money owed = ReceiptPages.owed(Money.sum(open.stream().map(OpenBill::open)), prepaid);
        String payer = found.payer() == null ? "" : found.payer().name();
        return page(in, found, open, prepaid, HttpStatus.OK)
                .addObject("form", ReceiptForm.of(owed, way(way), LocalDate.now(clock), payer));
    }

    @PostMapping("/{unit}")
    ModelAndView receive(
            @PathVariable AreaId area,
            @PathVariable UnitId unit,
            @Valid @ModelAttribute("form") ReceiptForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView in = rights.collecting(area, user);
        FoundUnit found = unit(in, unit);
        NewReceipt told = form.read(unit, errors);
        if (told == null) {
            return again(in, found);
        }
        try {
            Received received = service.receive(in.id(), told, form.asked()::answers, user);
            if (received.number() != null) {
                flash.addFlashAttribute(ReceiptPaperController.JUST_RECEIVED, true);
                return FormPages.seeOther(
                        ReceiptPages.path(received.number()) + "/paper",
                        Notice.success("collection.received", found.place().shown(), told.amount()),
                        flash);
            }
            Asked.reject(errors);
            return Asked.ask(received.doubts(), again(in, found));
        } catch (Refusal refusal) {
            return refused(refusal.reason(), errors, in, found);
        } catch (DataIntegrityViolationException race) {
            if (ConstraintMessages.constraintName(race)
                    .filter(SAME_PAYMENT::equals)
                    .isEmpty()) {
                throw race;
            }
            return refused(Reason.of("constraint." + SAME_PAYMENT), errors, in, found);
        }
    }

    private ModelAndView refused(Reason reason, BindingResult errors, AreaView area, FoundUnit unit) {
        String field = fieldOf(reason);
        if (field == null) {
            FieldErrors.rejectAll(errors, reason);
        } else {
            FieldErrors.reject(errors, field, reason);
        }
        return again(area, unit);
    }

    private FoundUnit unit(AreaView area, UnitId id) {
        FoundUnit found = units.get(id);
        if (!found.area().equals(area.id())) {
            throw new NotFound("unit " + id + " of area " + area.code());
        }
        return found;
    }

    /** The page again, with all that was typed. */
    private ModelAndView again(AreaView area, FoundUnit unit) {
        return page(area, unit, bills.open(unit.id()), receipts.prepaid(unit.id()), HttpStatus.BAD_REQUEST);
    }

    private static ModelAndView page(
            AreaView area, FoundUnit unit, List<OpenBill> open, Money prepaid, HttpStatus status) {
        Money total = Money.sum(open.stream().map(OpenBill::open));
        return new ModelAndView("collection/receive", status)
                .addObject("area", area)
                .addObject("unit", unit)
                .addObject("open", open)
                .addObject("total", total)
                .addObject("prepaid", prepaid)
                .addObject("months", open.stream().map(CounterController::month).toList())
                .addObject("ways", Option.ofEnum(PaymentWay.class))
                .addObject("kinds", Option.ofEnum(ReceivedFrom.class))
                .addObject(
                        Crumb.ATTRIBUTE,
                        ReceiptPages.crumbs(
                                area,
                                new Crumb(Messages.of("collection.title.counter"), ReceiptPages.counter(area.id())),
                                Crumb.of(unit.place().shown())));
    }

    private static Option month(OpenBill bill) {
        return Option.of(
                bill.period(), Messages.of("collection.month-open", bill.period(), bill.open()), bill.formula());
    }

    /** Why nothing was found: the number is of another area, or there is no such unit. */
    private String nothing(AreaView area, String typed) {
        return units.numbered(typed)
                .map(other -> Messages.of("collection.refusal.other-area", other.number(), area.name()))
                .orElseGet(() -> Messages.of("collection.counter.nothing", typed));
    }

    /** Null where it is about the area as a whole. */
    private static @Nullable String fieldOf(Reason refusal) {
        return switch (refusal.code()) {
            case "collection.refusal.not-opened" -> null;
            case "collection.refusal.future", "collection.refusal.outside-mandate" -> "day";
            case "collection.refusal.month" -> "months";
            case "collection.refusal.external-number", "constraint." + SAME_PAYMENT -> "externalNumber";
            default -> "amount";
        };
    }

    private static PaymentWay way(@Nullable String name) {
        return Arrays.stream(PaymentWay.values())
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElse(PaymentWay.CASH);
    }
}
