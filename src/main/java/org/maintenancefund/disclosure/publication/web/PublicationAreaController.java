package org.maintenancefund.disclosure.publication.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.city.Districts;
import org.maintenancefund.disclosure.publication.PublicationAreaList;
import org.maintenancefund.disclosure.publication.PublicationRegister;
import org.maintenancefund.disclosure.publication.PublicationService;
import org.maintenancefund.disclosure.publication.PublicationTodos;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 收取公示: of which area, its publications, and a new one, whose figures are shown before it is made. */
@Controller
@RequiredArgsConstructor
class PublicationAreaController {

    static final String PATH = "/publications";

    private static final String AREA = PATH + "/areas/{area}";

    private final CollectionRights rights;
    private final PublicationAreaList areas;
    private final PublicationRegister publications;
    private final PublicationService service;
    private final Districts districts;
    private final Clock clock;

    static String path(AreaId area) {
        return PATH + "/areas/" + area;
    }

    static List<Crumb> crumbs(AreaView area, Crumb... below) {
        return Stream.concat(Stream.of(new Crumb(area.name(), path(area.id()))), Stream.of(below))
                .toList();
    }

    @GetMapping(PATH)
    String choose(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("text");
        Conditions seen = user.role().isStaff()
                ? new Conditions().equal("a.district_id", districts.seenBy(user).limitId(filter))
                : AreasByName.among(rights.of(user));
        boolean concerned = PublicationTodos.concerns(user.role());
        if (concerned && filter.ticked("waiting", Messages.of("disclosure.publication.waiting"))) {
            PublicationTodos.narrow(seen, user.role());
        }
        model.addAttribute("concerned", concerned);
        new ListPage<>(filter, areas.list(text, seen)).show(model);
        return "disclosure/publication/areas";
    }

    @GetMapping(AREA)
    String list(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        model.addAttribute("area", found);
        model.addAttribute("path", path(found.id()));
        model.addAttribute("collects", rights.mayCollect(found, user));
        model.addAttribute("next", YearMonth.now(clock).minusMonths(1));
        model.addAttribute(Crumb.ATTRIBUTE, crumbs(found));
        new ListPage<>(
                        new ListFilter(path(found.id()), address),
                        publications.of(found.id(), rights.months(found, user)))
                .show(model);
        return "disclosure/publication/list";
    }

    @GetMapping(AREA + "/new")
    ModelAndView preview(
            @PathVariable AreaId area,
            @RequestParam(defaultValue = "") String month,
            @AuthenticationPrincipal CurrentUser user) {
        return page(rights.collecting(area, user), month, user, HttpStatus.OK);
    }

    @PostMapping(AREA + "/new")
    ModelAndView publish(
            @PathVariable AreaId area,
            @RequestParam(defaultValue = "") String month,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView found = rights.collecting(area, user);
        Checked<YearMonth> typed = TypedMonth.parse(month);
        if (typed.isOk()) {
            try {
                service.publish(found.id(), typed.value(), user);
                return FormPages.seeOther(
                        path(found.id()) + "/" + typed.value(),
                        Notice.success("disclosure.publication.made", typed.value()),
                        flash);
            } catch (Refusal refusal) {
                return page(found, month, user, HttpStatus.BAD_REQUEST)
                        .addObject("refused", Messages.of(refusal.reason()));
            }
        }
        return page(found, month, user, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(AreaView area, String month, CurrentUser user, HttpStatus status) {
        Checked<YearMonth> typed =
                month.isBlank() ? Checked.ok(YearMonth.now(clock).minusMonths(1)) : TypedMonth.parse(month);
        ModelAndView page = new ModelAndView("disclosure/publication/new", status)
                .addObject("area", area)
                .addObject("path", path(area.id()))
                .addObject("month", typed.isOk() ? typed.value().toString() : month)
                .addObject(Crumb.ATTRIBUTE, crumbs(area, Crumb.of(Messages.of("disclosure.publication.title.new"))));
        if (!typed.isOk()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject("refused", Messages.of(typed.reason()));
        }
        return preview(area, typed.value(), user)
                .map(told -> page.addObject("told", PublicationRows.of(told.figures(), told.doors())))
                .orElseGet(
                        () -> page.addObject("refused", Messages.of("disclosure.publication.not-over", typed.value())));
    }

    private Optional<PublicationService.Preview> preview(AreaView area, YearMonth month, CurrentUser user) {
        return month.isBefore(YearMonth.now(clock))
                ? Optional.of(service.preview(area.id(), month, user))
                : Optional.empty();
    }
}
