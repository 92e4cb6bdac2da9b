package org.maintenancefund.bank.matching;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.Operators;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.UnitLookup;
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

/** A line of the bank: what it says, what it is taken for, and what may be meant. */
@Controller
@RequestMapping(BankLineListController.PATH + "/{id}")
@RequiredArgsConstructor
class BankLineController {

    private static final int MOST_RETURNED = 10;
    private static final int LONGEST_REASON = 200;

    private final BankLines lines;
    private final Assignments assignments;
    private final AssignmentService service;
    private final MatchHints hints;
    private final UnitLookup units;
    private final Operators operators;
    private final ConstraintMessages constraints;

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
        BankLineView line = lines.get(id);
        return page(line, user, HttpStatus.OK).addObject("form", AssignForm.of(line));
    }

    @PostMapping("/assign")
    ModelAndView assign(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AssignForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        BankLineView line = lines.get(id);
        if (!errors.hasErrors()) {
            try {
                service.propose(id, form.read(units), user);
                return FormPages.seeOther(path(id), Notice.success("bank.assign.proposed"), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, AssignForm.fieldOf(refusal.reason()), refusal.reason());
            } catch (DataIntegrityViolationException race) {
                FieldErrors.reject(errors, "kind", constraints.reason(race).orElseThrow(() -> race));
            }
        }
        return page(line, user, HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignment,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(
                id, flash, Notice.success("bank.assign.confirmed"), () -> service.confirm(seen(id, assignment), user));
    }

    @PostMapping("/reject")
    ModelAndView reject(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignment,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(id, flash, Notice.info("bank.assign.rejected"), () -> service.reject(seen(id, assignment), user));
    }

    @PostMapping("/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignment,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(id, flash, () -> {
            Checked<String> why = ChineseText.optional(reason, LONGEST_REASON);
            if (!why.isOk() || ChineseText.length(why.value()) < 2) {
                throw Refusal.because("bank.assign.undo.reason");
            }
            return service.undo(seen(id, assignment), why.value(), user)
                    ? Notice.success("bank.assign.undone")
                    : Notice.info("bank.assign.undo.asked");
        });
    }

    @PostMapping("/undo/confirm")
    ModelAndView confirmUndo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignment,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(
                id, flash, Notice.success("bank.assign.undone"), () -> service.confirmUndo(seen(id, assignment), user));
    }

    @PostMapping("/undo/reject")
    ModelAndView rejectUndo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assignment,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(
                id,
                flash,
                Notice.info("bank.assign.undo.rejected"),
                () -> service.rejectUndo(seen(id, assignment), user));
    }

    /** What the person saw; one that nobody made, or of another line, is as stale as one that was decided. */
    private UUID seen(UUID line, String assignment) {
        return Ids.read(assignment)
                .filter(id -> assignments.of(lines.get(line).id()).stream()
                        .anyMatch(each -> each.id().equals(id)))
                .orElseThrow(() -> new StaleVersion(line));
    }

    private ModelAndView after(UUID id, RedirectAttributes flash, Notice done, Runnable step) {
        return after(id, flash, () -> {
            step.run();
            return done;
        });
    }

    private ModelAndView after(UUID id, RedirectAttributes flash, Supplier<Notice> step) {
        lines.get(id);
        try {
            flash.addFlashAttribute(Notice.ATTRIBUTE, step.get());
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        } catch (DataIntegrityViolationException race) {
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, Notice.warning(constraints.reason(race).orElseThrow(() -> race)));
        }
        return FormPages.seeOther(path(id));
    }

    static String path(UUID id) {
        return BankLineListController.PATH + "/" + id;
    }

    private ModelAndView page(BankLineView line, CurrentUser user, HttpStatus status) {
        boolean decides = Page.BANK_MATCHING.isOpenTo(user.role());
        List<Assignment> history = assignments.of(line.id());
        Assignment live = history.stream()
                .filter(each -> each.state() == AssignmentState.PROPOSED || each.state() == AssignmentState.CONFIRMED)
                .findFirst()
                .orElse(null);
        boolean open = live == null && line.kind() == BankLineKind.PENDING;
        MatchHints.Hints found = open ? hints.of(line) : new MatchHints.Hints(List.of(), List.of());
        return new ModelAndView("bank/line", status)
                .addObject("line", line)
                .addObject("rows", LinePages.summary(line))
                .addObject("live", live)
                .addObject("liveRows", live == null ? List.of() : LinePages.summary(live, units))
                .addObject("asked", live == null ? null : live.undoAsked())
                .addObject("households", live == null ? null : LinePages.households(live.households(), units))
                .addObject("confirmsUndo", decides && live != null && live.mayBeUndoneBy(user))
                .addObject("history", LinePages.history(history))
                .addObject("candidates", LinePages.candidates(found.candidates()))
                .addObject("hints", found.reasons().stream().map(Messages::of).toList())
                .addObject("assigns", decides && open)
                .addObject("confirms", decides && live != null && live.mayBeConfirmedBy(user))
                .addObject("waits", live != null && live.state() == AssignmentState.PROPOSED)
                .addObject("decides", decides)
                .addObject("undoes", decides && live != null && live.isUndoable())
                .addObject("alone", decides && operators.inUse(user.organisation()) < 2)
                .addObject(
                        "kinds",
                        BankLineKind.of(line.amount()).stream().map(Option::of).toList())
                .addObject("returnable", open ? LinePages.options(lines.sentBackBy(line, MOST_RETURNED)) : List.of())
                .addObject(
                        Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("bank.line.title", line.day(), line.amount()))));
    }
}
