package org.maintenancefund.difference.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.difference.register.DifferenceService;
import org.maintenancefund.difference.register.DifferenceView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.SummaryRow;
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

/** One difference, with what may be done about it. */
@Controller
@RequestMapping(DifferenceListController.PATH + "/{number}")
@RequiredArgsConstructor
class DifferenceController {

    private final DifferenceService service;
    private final Districts districts;
    private final Clock clock;

    @GetMapping
    ModelAndView show(@PathVariable DifferenceNumber number, @AuthenticationPrincipal CurrentUser user) {
        return page(service.get(number, user), user, HttpStatus.OK).addObject("form", ActionForm.empty());
    }

    @PostMapping("/actions")
    ModelAndView act(
            @PathVariable DifferenceNumber number,
            @Valid @ModelAttribute("form") ActionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        DifferenceView difference = service.get(number, user);
        Optional<String> entry = form.readEntry(errors);
        if (!errors.hasErrors()) {
            try {
                act(number, form, entry.orElse(null), user);
                return done(number, form.wanted(), flash);
            } catch (StaleVersion quicker) {
                return stale(number, user);
            } catch (Refusal refusal) {
                reject(refusal.reason(), errors);
            }
        }
        return page(difference, user, HttpStatus.BAD_REQUEST);
    }

    private static void reject(Reason reason, BindingResult errors) {
        if (reason.code().equals("difference.entry.unknown")) {
            FieldErrors.reject(errors, "entry", reason);
        } else if (reason.code().equals("difference.refusal.no-district")) {
            FieldErrors.reject(errors, "district", reason);
        } else {
            FieldErrors.rejectAll(errors, reason);
        }
    }

    private void act(DifferenceNumber number, ActionForm form, @Nullable String entry, CurrentUser user) {
        int seen = form.seenVersion();
        switch (form.wanted()) {
            case REMARK -> service.remark(number, seen, form.said(), user);
            case EXPLAIN -> service.explain(number, seen, form.said(), user);
            case SETTLE -> service.settle(number, seen, form.said(), entry, user);
            case HAND -> service.hand(number, seen, form.said(), form.chosenDistrict(), user);
        }
    }

    @PostMapping("/take")
    ModelAndView take(
            @PathVariable DifferenceNumber number,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            service.take(number, FormPages.seenVersion(version), user);
        } catch (StaleVersion quicker) {
            return stale(number, user);
        }
        return FormPages.seeOther(path(number), Notice.success("difference.taken", number), flash);
    }

    private ModelAndView done(DifferenceNumber number, DifferenceAction action, RedirectAttributes flash) {
        return FormPages.seeOther(path(number), Notice.success("difference.done." + action, number), flash);
    }

    private static String path(DifferenceNumber number) {
        return DifferenceListController.PATH + "/" + number;
    }

    /** Somebody else was quicker: what they made of it is shown. */
    private ModelAndView stale(DifferenceNumber number, CurrentUser user) {
        return page(service.get(number, user), user, HttpStatus.CONFLICT)
                .addObject("form", ActionForm.empty())
                .addObject("stale", true);
    }

    private ModelAndView page(DifferenceView difference, CurrentUser user, HttpStatus status) {
        boolean writes = difference.isLive() && Page.DIFFERENCE_HANDLING.isOpenTo(user.role());
        boolean own = writes && difference.isOf(user);
        List<Option> actions = actions(difference, own, user);
        return new ModelAndView("difference/show", status)
                .addObject("difference", difference)
                .addObject("rows", rows(difference))
                .addObject("overdue", difference.isOverdue(LocalDate.now(clock)))
                .addObject("actions", writes ? actions : List.of())
                .addObject("own", own)
                .addObject("settles", own && difference.state() == DifferenceState.EXPLAINED)
                .addObject(
                        "districts",
                        writes && user.district() == null && difference.district() == null
                                ? districts.options()
                                : List.of())
                .addObject("history", service.remarks(difference.number()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(difference.number().value())));
    }

    private static List<Option> actions(DifferenceView difference, boolean own, CurrentUser user) {
        List<Option> actions = new ArrayList<>();
        if (own && difference.state() == DifferenceState.OPEN) {
            actions.add(Option.of(DifferenceAction.EXPLAIN));
        }
        if (own && difference.state() == DifferenceState.EXPLAINED) {
            actions.add(Option.of(DifferenceAction.SETTLE));
        }
        actions.add(Option.of(DifferenceAction.REMARK));
        if (difference.isHandedBy(user)) {
            boolean toDistrict = difference.owner() == DifferenceOwner.MUNICIPAL;
            actions.add(Option.of(
                    DifferenceAction.HAND,
                    Messages.of(toDistrict ? "difference.hand.district" : "difference.hand.municipal")));
        }
        return actions;
    }

    private List<SummaryRow> rows(DifferenceView of) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(row("kind", of.kind().label()));
        rows.add(row("subject", of.subject()).leadingTo(of.link().isEmpty() ? null : of.link()));
        rows.add(row("sentence", of.sentence()));
        if (of.amount() != null) {
            rows.add(row("amount", of.amount()));
        }
        rows.add(row("day", of.day()));
        if (of.area() != null) {
            rows.add(row("area", of.area()));
        }
        if (of.company() != null) {
            rows.add(row("company", of.company()));
        }
        rows.add(row("owner", owner(of)).withNote(of.ownerName() == null ? null : of.ownerName()));
        rows.add(row("due", of.dueOn()));
        rows.add(row(
                "raised",
                Messages.of(
                        "difference.person",
                        of.raisedByName() == null ? Messages.of("difference.system") : of.raisedByName(),
                        Times.minute(of.raisedAt()))));
        if (of.settledAt() != null) {
            rows.add(row("settled", Times.minute(of.settledAt())));
        }
        if (of.closingEntry() != null) {
            rows.add(row("entry", of.closingEntry()));
        }
        return rows;
    }

    private String owner(DifferenceView of) {
        return of.owner() == DifferenceOwner.DISTRICT && of.district() != null
                ? districts
                        .find(of.district())
                        .map(DistrictCentre::centreName)
                        .orElse(of.owner().label())
                : of.owner().label();
    }

    private static SummaryRow row(String field, Object value) {
        return SummaryRow.of(Messages.of("difference.field." + field), value);
    }
}
