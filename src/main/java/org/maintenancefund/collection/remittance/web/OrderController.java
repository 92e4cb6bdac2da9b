package org.maintenancefund.collection.remittance.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.Districts;
import org.maintenancefund.collection.remittance.OrderNumber;
import org.maintenancefund.collection.remittance.OrderRegister;
import org.maintenancefund.collection.remittance.RemittanceDays;
import org.maintenancefund.collection.remittance.RemittanceOrders;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.money.AmountInWords;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 责令限期缴存通知书: issued by the district, printed, and what followed. */
@Controller
@RequiredArgsConstructor
class OrderController {

    private static final String NEW = "/collection/late/{enterprise}/order";

    private static final String ORDER = RemittancePages.ORDERS + "/{number}";

    /** So many days the form proposes. */
    private static final int DAYS = 10;

    private final OrderRegister register;
    private final RemittanceOrders orders;
    private final RemittanceDays days;
    private final Districts districts;
    private final Clock clock;

    @GetMapping(RemittancePages.ORDERS)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(RemittancePages.ORDERS, address);
        new ListPage<>(
                        filter,
                        register.list(
                                filter.text("text"),
                                filter.ticked("open", Messages.of("remittance.filter.open")),
                                filter.ticked("overdue", Messages.of("remittance.filter.overdue")),
                                user))
                .show(model);
        model.addAttribute("today", days.today());
        return "collection/orders";
    }

    @GetMapping(NEW)
    ModelAndView start(@PathVariable EnterpriseId enterprise, @AuthenticationPrincipal CurrentUser user) {
        RemittanceOrders.Late late = orders.late(enterprise, user);
        LocalDate deadline = days.today().plusDays(DAYS);
        return form(late, HttpStatus.OK)
                .addObject(
                        "form",
                        new OrderForm(
                                deadline.toString(), late.amount().decimal().toPlainString()));
    }

    @PostMapping(NEW)
    ModelAndView issue(
            @PathVariable EnterpriseId enterprise,
            @Valid @ModelAttribute("form") OrderForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        RemittanceOrders.Late late = orders.late(enterprise, user);
        if (!errors.hasErrors()) {
            try {
                Money shown = Money.parse(form.amount()).isOk()
                        ? Money.parse(form.amount()).value()
                        : Money.ZERO;
                OrderNumber number = orders.issue(
                        enterprise, TypedDate.ofAnyYear(form.deadline()).value(), shown, user);
                return FormPages.seeOther(
                        RemittancePages.path(number), Notice.success("remittance.order.issued", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "deadline", refusal.reason());
            }
        }
        return form(late, HttpStatus.BAD_REQUEST);
    }

    private static ModelAndView form(RemittanceOrders.Late late, HttpStatus status) {
        return new ModelAndView("collection/order-new", status)
                .addObject("late", late)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(late.company())));
    }

    @GetMapping(ORDER)
    ModelAndView show(@PathVariable OrderNumber number, @AuthenticationPrincipal CurrentUser user) {
        return page(register.get(number, user), HttpStatus.OK)
                .addObject("form", new FollowUpForm(days.today().toString(), ""));
    }

    @GetMapping(ORDER + "/paper")
    String paper(@PathVariable OrderNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        OrderRegister.Shown shown = register.get(number, user);
        model.addAttribute("shown", shown);
        model.addAttribute("centre", districts.get(new DistrictId(shown.districtId())));
        model.addAttribute("inWords", AmountInWords.of(shown.order().amount()));
        model.addAttribute("printedAt", Times.minute(clock.instant()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(number.toString(), RemittancePages.path(number)),
                        Crumb.of(Messages.of("remittance.order.paper"))));
        return "collection/order-paper";
    }

    @PostMapping(ORDER + "/follow-ups")
    ModelAndView record(
            @PathVariable OrderNumber number,
            @Valid @ModelAttribute("form") FollowUpForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        OrderRegister.Shown shown = register.get(number, user);
        if (!errors.hasErrors()) {
            try {
                orders.record(number, TypedDate.ofAnyYear(form.followedOn()).value(), form.text(), user);
                return FormPages.seeOther(
                        RemittancePages.path(number), Notice.success("remittance.followed", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "followedOn", refusal.reason());
            }
        }
        return page(shown, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(OrderRegister.Shown shown, HttpStatus status) {
        return new ModelAndView("collection/order", status)
                .addObject("shown", shown)
                .addObject("overdue", shown.order().overdue(days.today()))
                .addObject(
                        Crumb.ATTRIBUTE, List.of(Crumb.of(shown.order().number().toString())));
    }
}
