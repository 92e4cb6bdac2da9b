package org.maintenancefund.billing.standard;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitUse;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 提出收取标准: a standard of the city, which a second person has to confirm. */
@Controller
@RequestMapping(ChargeStandardController.PATH + "/new")
@RequiredArgsConstructor
class ProposalController {

    private final ChargeStandardService service;
    private final ConstraintMessages constraints;

    @GetMapping
    ModelAndView blank(@AuthenticationPrincipal CurrentUser user) {
        return page(ProposalForm.EMPTY, user, HttpStatus.OK).addObject("form", ProposalForm.EMPTY);
    }

    @PostMapping
    ModelAndView propose(
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        form.requireAnswer(errors);
        if (!errors.hasErrors()) {
            List<StandardProposal> told = form.read();
            try {
                service.propose(told, user);
                return FormPages.seeOther(
                        ChargeStandardController.PATH,
                        Notice.success(
                                "billing.standard.proposed.done",
                                told.get(0).use().label(),
                                LiftChoice.valueOf(form.lift()).label(),
                                told.get(0).from()),
                        flash);
            } catch (Refusal refusal) {
                reject(refusal.reason(), errors);
            } catch (DataIntegrityViolationException race) {
                // Somebody else proposed the same at the same moment.
                reject(constraints.reason(race).orElseThrow(() -> race), errors);
            }
        }
        return page(form, user, HttpStatus.BAD_REQUEST);
    }

    private static void reject(Reason reason, BindingResult errors) {
        FieldErrors.reject(errors, reason.code().equals(ChargeStandardService.SAME) ? "rate" : "from", reason);
    }

    private ModelAndView page(ProposalForm form, CurrentUser user, HttpStatus status) {
        return new ModelAndView("billing/standard-new", status)
                .addObject("uses", Option.ofEnum(UnitUse.class))
                .addObject("lifts", Option.ofEnum(LiftChoice.class))
                .addObject("doubt", form.doubt().map(Messages::of).orElse(null))
                .addObject(
                        "asked", form.doubt().map(doubt -> doubt.args().get(0)).orElse(null))
                .addObject("alone", !service.hasSecondPerson(user))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("billing.standard.title.new"))));
    }
}
