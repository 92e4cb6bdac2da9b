package org.maintenancefund.collection.remittance.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.DeclarationService;
import org.maintenancefund.collection.remittance.DeclaredReceipts;
import org.maintenancefund.collection.remittance.ReceiptLines;
import org.maintenancefund.collection.remittance.RemittanceDays;
import org.maintenancefund.collection.remittance.RemittanceRights;
import org.maintenancefund.collection.remittance.RemittanceRights.Holder;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
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

/** 缴存申报 of an area: the receipts up to a day, what is left out with a word, and the declaration of all others. */
@Controller
@RequestMapping(RemittancePages.DECLARATIONS + "/areas/{area}")
@RequiredArgsConstructor
class DeclareController {

    private static final String IN = "IN";

    private static final String LEFT = "LEFT";

    private final RemittanceRights rights;
    private final RemittanceDays days;
    private final ReceiptLines receipts;
    private final DeclarationService service;
    private final Operators operators;

    @GetMapping
    ModelAndView show(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user) {
        return page(rights.holder(area, user), address, user);
    }

    /** Declares what the page showed; what was changed meanwhile is shown first. */
    @PostMapping
    ModelAndView declare(
            @PathVariable AreaId area,
            @RequestParam(defaultValue = "") String upTo,
            @RequestParam(defaultValue = "") String receipts,
            @RequestParam(defaultValue = "") String amount,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Holder holder = rights.holder(area, user);
        try {
            DeclarationService.Shown shown = new DeclarationService.Shown(
                    FormPages.seenVersion(receipts),
                    Money.parse(amount).isOk() ? Money.parse(amount).value() : Money.ZERO);
            DeclarationNumber number = service.declare(holder.area().id(), day(upTo), shown, user);
            return FormPages.seeOther(
                    RemittancePages.path(number), Notice.success("remittance.declared", number), flash);
        } catch (Refusal refusal) {
            return FormPages.seeOther(path(holder) + "?upTo=" + day(upTo), Notice.warning(refusal.reason()), flash);
        }
    }

    /** Asks why a receipt is left out. */
    @GetMapping("/leave-out/{number}")
    ModelAndView ask(
            @PathVariable AreaId area,
            @PathVariable ReceiptNumber number,
            @RequestParam(defaultValue = "") String upTo,
            @AuthenticationPrincipal CurrentUser user) {
        return why(rights.holder(area, user), number, upTo, HttpStatus.OK).addObject("form", WordForm.EMPTY);
    }

    @PostMapping("/leave-out/{number}")
    ModelAndView leaveOut(
            @PathVariable AreaId area,
            @PathVariable ReceiptNumber number,
            @RequestParam(defaultValue = "") String upTo,
            @Valid @ModelAttribute("form") WordForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Holder holder = rights.holder(area, user);
        if (errors.hasErrors()) {
            return why(holder, number, upTo, HttpStatus.BAD_REQUEST);
        }
        try {
            service.leaveOut(holder.area().id(), number, form.words(), user);
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.info("remittance.left-out", number));
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(path(holder) + "?upTo=" + day(upTo));
    }

    @PostMapping("/take-in/{number}")
    ModelAndView takeIn(
            @PathVariable AreaId area,
            @PathVariable ReceiptNumber number,
            @RequestParam(defaultValue = "") String upTo,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Holder holder = rights.holder(area, user);
        service.takeIn(holder.area().id(), number, user);
        return FormPages.seeOther(
                path(holder) + "?upTo=" + day(upTo), Notice.info("remittance.taken-in", number), flash);
    }

    private ModelAndView why(Holder holder, ReceiptNumber number, String upTo, HttpStatus status) {
        return new ModelAndView("collection/leave-out", status)
                .addObject("area", holder.area())
                .addObject("number", number)
                .addObject("here", path(holder))
                .addObject("upTo", day(upTo))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(new Crumb(holder.area().name(), path(holder)), Crumb.of(number.toString())));
    }

    private ModelAndView page(Holder holder, Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(path(holder), address);
        LocalDate upTo = filter.day("upTo", day -> Messages.of("remittance.filter.upTo", day))
                .orElseGet(days::today);
        DeclaredReceipts.Figures figures = receipts.figures(holder, upTo);
        List<Option> tabs = List.of(
                Option.of(IN, Messages.of("remittance.tab.in")), Option.of(LEFT, Messages.of("remittance.tab.left")));
        boolean left = filter.tab("tab", tabs, IN).equals(LEFT);
        ExtendedModelMap list = new ExtendedModelMap();
        new ListPage<>(filter, receipts.undeclared(holder, upTo, left)).showRows(list);
        return new ModelAndView("collection/declare")
                .addAllObjects(list)
                .addObject("area", holder.area())
                .addObject("here", path(holder))
                .addObject("upTo", upTo)
                .addObject("future", upTo.isAfter(days.today()))
                .addObject("sums", figures)
                .addObject("left", left)
                .addObject(
                        "tabs", filter.tabs("tab", each -> each.equals(LEFT) ? figures.leftOut() : figures.receipts()))
                .addObject("alone", operators.inUse(user.organisation()) < Operators.NORM)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(holder.area().name())));
    }

    private LocalDate day(@Nullable String typed) {
        Checked<LocalDate> day = TypedDate.ofAnyYear(typed);
        return day.isOk() ? day.value() : days.today();
    }

    private static String path(Holder holder) {
        return RemittancePages.DECLARATIONS + "/areas/" + holder.area().id();
    }
}
