package org.maintenancefund.billing.run.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.RunHistory;
import org.maintenancefund.billing.run.RunHistory.Run;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.billing.run.RunState;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.RecordTable;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 出账记录: the runs of an area, and 撤回 of one that nothing was paid on. */
@Controller
@RequestMapping("/bills/areas/{area}/runs")
@RequiredArgsConstructor
class RunHistoryController {

    private final CollectionRights rights;
    private final RunHistory history;
    private final RunService runs;

    @GetMapping
    String list(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaView found = rights.get(area, user);
        boolean collects = rights.mayCollect(found, user);
        List<RecordTable.Row> rows = history.of(found.id(), rights.months(found, user), RecordTable.MOST).stream()
                .map(run -> RunRows.row(run, found, collects))
                .toList();
        model.addAttribute("area", found);
        model.addAttribute("runs", RecordTable.of("billing.runs", rows, rows.size()));
        model.addAttribute("collects", collects);
        model.addAttribute("path", BillPaths.area(found));
        model.addAttribute(Crumb.ATTRIBUTE, RunPages.crumbs(found, Messages.of("billing.runs")));
        return "billing/runs";
    }

    @GetMapping("/{run}/take-back")
    ModelAndView ask(@PathVariable AreaId area, @PathVariable RunId run, @AuthenticationPrincipal CurrentUser user) {
        return page(rights.collecting(area, user), run, HttpStatus.OK).addObject("form", new ReasonForm(null));
    }

    @PostMapping("/{run}/take-back")
    ModelAndView takeBack(
            @PathVariable AreaId area,
            @PathVariable RunId run,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView found = rights.collecting(area, user);
        if (!errors.hasErrors()) {
            try {
                runs.takeBack(area, run, form.words(), user);
                return FormPages.seeOther(
                        BillPaths.runs(found), Notice.success("billing.run.taken-back", found.name()), flash);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return page(found, run, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(AreaView area, RunId id, HttpStatus status) {
        Run run = history.get(area.id(), id);
        return new ModelAndView("billing/take-back", status)
                .addObject("area", area)
                .addObject("run", run)
                .addObject("possible", run.state() == RunState.BILLED)
                .addObject("here", BillPaths.takeBack(area, id))
                .addObject("back", BillPaths.runs(area))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(area.name(), BillPaths.area(area)),
                                new Crumb(Messages.of("billing.runs"), BillPaths.runs(area)),
                                Crumb.of(Messages.of("billing.run.title.take-back"))));
    }
}
