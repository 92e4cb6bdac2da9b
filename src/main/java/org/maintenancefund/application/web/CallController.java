package org.maintenancefund.application.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.PhoneCall;
import org.maintenancefund.application.PhoneCalls;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
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

/** 电话通知台: the calls of the day, one call, and what came of it. */
@Controller
@RequestMapping(CallController.PATH)
@RequiredArgsConstructor
class CallController {

    static final String PATH = "/calls";

    /** From one call to the list: which follows it there. */
    private static final String NEXT = "followed";

    private static final String LIST = "application/calls";
    private static final String ONE = "application/call";

    /** The form of a page that goes on with something else once the contact was told. */
    private static final String OTHER_PAGES =
            "/operators/new/[A-Z]+/[0-9a-f-]{36}(\\?from=[A-Z]{2}[0-9-]+)?|/area-reports/FK[0-9-]+";

    private final PhoneCalls calls;
    private final AuditTrail trail;

    /**
     * The right number of somebody, as typed.
     *
     * @param round of the decision that is to be told
     * @param tries so far, as the page showed them
     */
    @Labels("application.call.field.")
    record NumberForm(
            @Typed(PhoneNumber.class) @Nullable String phone,

            @Text(max = 60, required = "application.call.told-by.required") @Nullable
            String toldBy,

            @Nullable String round,
            @Nullable String tries) {}

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        PhoneCalls.CallList open = calls.open(user);
        model.addAttribute("title", Page.CALLS.label());
        model.addAttribute("open", open);
        model.addAttribute("next", next(open.due(), model.getAttribute(NEXT)));
        model.addAttribute("called", model.containsAttribute(NEXT));
        if (open.total() > 0) {
            trail.recordOnItsOwn(
                    AuditEvent.of("PHONE_CALLS_VIEWED").change("calls", "", Long.toString(open.total() - open.more())));
        }
        return LIST;
    }

    /** The call to dial next: that which followed the one that was made, or else the first. */
    private static @Nullable ApplicationNumber next(List<PhoneCall> due, @Nullable Object followed) {
        return due.stream()
                .map(PhoneCall::number)
                .filter(number -> number.toString().equals(followed))
                .findFirst()
                .orElse(due.isEmpty() ? null : due.get(0).number());
    }

    @GetMapping("/{number}")
    String one(@PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        show(calls.get(number, user), new NumberForm(null, null, null, null), model);
        return ONE;
    }

    /**
     * @param next the call that follows on the page, to be dialled next
     * @param back where one goes on, where that is not the next call
     */
    @PostMapping("/{number}")
    ModelAndView record(
            @PathVariable ApplicationNumber number,
            @RequestParam CallOutcome outcome,
            @RequestParam int round,
            @RequestParam int tries,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Notice notice;
        try {
            PhoneCall call = calls.record(number, round, tries, outcome, user);
            notice = Notice.success("application.called." + outcome, call.title(), number);
        } catch (Refusal refusal) {
            notice = Notice.warning(refusal.reason());
        }
        flash.addFlashAttribute(NEXT, next);
        return FormPages.seeOther(back.matches(OTHER_PAGES) ? back : PATH, notice, flash);
    }

    @PostMapping("/{number}/number")
    ModelAndView correct(
            @PathVariable ApplicationNumber number,
            @Valid @ModelAttribute("form") NumberForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        PhoneCall call = calls.get(number, user);
        if (errors.hasErrors()) {
            show(call, form, model);
            return FormPages.invalid(ONE);
        }
        try {
            calls.correct(
                    number,
                    FormPages.seenVersion(form.round()),
                    FormPages.seenVersion(form.tries()),
                    PhoneNumber.parse(form.phone()).value(),
                    ChineseText.clean(form.toldBy()),
                    user);
        } catch (Refusal refusal) {
            return FormPages.seeOther(PATH, Notice.warning(refusal.reason()), flash);
        }
        flash.addFlashAttribute(NEXT, number.toString());
        return FormPages.seeOther(PATH, Notice.success("application.call.number-found", call.title()), flash);
    }

    private static void show(PhoneCall call, NumberForm form, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("form", form);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(call.title())));
    }
}
