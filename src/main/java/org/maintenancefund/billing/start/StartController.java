package org.maintenancefund.billing.start;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionFact;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.start.StartService.StartView;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.beans.factory.ObjectProvider;
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

/** What an area lacks before its fund is collected, for everybody who sees it; 开通 for who collects. */
@Controller
@RequestMapping("/collection/areas/{id}")
@RequiredArgsConstructor
class StartController {

    private final StartService service;
    private final CollectionRights rights;
    private final ObjectProvider<CollectionFact> facts;
    private final Clock clock;

    /**
     * A line of the list for its reader.
     *
     * @param leads whether its page is one of the reader's
     */
    record ShownLine(StartLine line, boolean leads) {}

    static String path(AreaId area) {
        return "/collection/areas/" + area + "/start";
    }

    @GetMapping("/start")
    ModelAndView show(@PathVariable AreaId id, @AuthenticationPrincipal CurrentUser user) {
        StartView view = service.view(id, user);
        String first = view.months().isEmpty() ? null : view.months().get(0).toString();
        return page(view, user, HttpStatus.OK).addObject("form", new StartForm(first, null));
    }

    @PostMapping("/open")
    ModelAndView open(
            @PathVariable AreaId id,
            @Valid @ModelAttribute("form") StartForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView area = rights.collecting(id, user);
        if (errors.hasErrors()) {
            return page(service.view(id, user), user, HttpStatus.BAD_REQUEST);
        }
        YearMonth month = TypedMonth.parse(form.month()).value();
        try {
            service.open(id, month, form.isAnswered(), user);
        } catch (Refusal refusal) {
            switch (refusal.reason().code()) {
                case "billing.start.month.bounds" -> FieldErrors.reject(errors, "month", refusal.reason());
                case "billing.start.asked" -> FieldErrors.reject(errors, "answered", refusal.reason());
                default -> FieldErrors.rejectAll(errors, refusal.reason());
            }
            return page(service.view(id, user), user, HttpStatus.BAD_REQUEST);
        }
        return FormPages.seeOther(path(area.id()), Notice.success("billing.start.opened", area.name(), month), flash);
    }

    private ModelAndView page(StartView view, CurrentUser user, HttpStatus status) {
        return new ModelAndView("billing/start", status)
                .addObject("view", view)
                .addObject(
                        "lines",
                        view.lines().stream()
                                .map(line -> new ShownLine(line, line.leads(user)))
                                .toList())
                .addObject(
                        "months",
                        view.months().stream()
                                .map(month -> Option.of(month, month.toString()))
                                .toList())
                .addObject("facts", view.started() == null ? List.of() : facts(view.area()))
                .addObject("reader", user)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(view.area().name())));
    }

    private List<CollectionFact.Fact> facts(AreaView area) {
        return facts.orderedStream()
                .flatMap(fact -> fact.of(area, YearMonth.now(clock)).stream())
                .toList();
    }
}
