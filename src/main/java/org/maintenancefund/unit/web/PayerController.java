package org.maintenancefund.unit.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitDoubts;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.UnitOfArea;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
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

/** 变更缴款义务人: who pays from a day on. */
@Controller
@RequestMapping("/units/{id}/payer")
@RequiredArgsConstructor
class PayerController {

    private final UnitService units;
    private final UnitPages pages;

    @GetMapping
    ModelAndView start(@PathVariable UnitId id, @AuthenticationPrincipal CurrentUser user) {
        UnitOfArea found = units.changed(id, user);
        int version = found.unit().version();
        return page(found, version, HttpStatus.OK).addObject("form", PayerForm.empty(version));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UnitId id,
            @Valid @ModelAttribute("form") PayerForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        UnitOfArea found = units.changed(id, user);
        Payer payer = form.payer().read(errors);
        if (payer == null || errors.hasErrors()) {
            return page(found, form.seenVersion(), HttpStatus.BAD_REQUEST);
        }
        LocalDate from = form.firstDay();
        List<Reason> unlikely = UnitDoubts.aboutPayer(
                        found.unit().in(YearMonth.from(from)).facts(), payer)
                .stream()
                .toList();
        form.asked().require(unlikely, errors);
        if (!errors.hasErrors()) {
            try {
                units.changePayer(id, form.seenVersion(), from, payer, ChineseText.clean(form.document()), user);
                return FormPages.seeOther(
                        UnitController.path(id),
                        Notice.success(
                                "unit.payer.changed", found.unit().place().shown(), from, payer.name()),
                        flash);
            } catch (StaleVersion stale) {
                UnitOfArea current = units.changed(id, user);
                return Asked.ask(unlikely, page(current, current.unit().version(), HttpStatus.CONFLICT))
                        .addObject("stale", true);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "from", refusal.reason());
            }
        }
        return Asked.ask(unlikely, page(found, form.seenVersion(), HttpStatus.BAD_REQUEST));
    }

    private ModelAndView page(UnitOfArea found, int version, HttpStatus status) {
        return UnitPages.form("unit/payer", found.unit(), found.area(), "unit.title.payer", version, status)
                .addObject("payers", pages.payers(found.unit(), true))
                .addObject("kinds", Option.ofEnum(PayerKind.class));
    }
}
