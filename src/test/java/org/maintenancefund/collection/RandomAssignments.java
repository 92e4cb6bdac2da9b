package org.maintenancefund.collection;

import static org.maintenancefund.collection.RandomRemittance.refused;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.bank.matching.AssignmentService;
import org.maintenancefund.bank.matching.Assignments;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Event;
import org.maintenancefund.collection.RandomRemittance.Line;
import org.maintenancefund.collection.RandomRemittance.Slip;
import org.maintenancefund.collection.remittance.SlipState;

/** What people take lines for: one proposes, another one decides, and what nothing is booked by is undone. */
final class RandomAssignments {

    private final RandomRemittance model;
    private final RandomMatches matches;
    private final RandomEffects effects;
    private final AssignmentService service;
    private final Assignments assignments;

    RandomAssignments(RandomRemittance model, RandomMatches matches) {
        this.model = model;
        this.matches = matches;
        effects = matches.effects();
        service = model.city.get(AssignmentService.class);
        assignments = model.city.get(Assignments.class);
    }

    /** What an open line truly is; slips that don't wait for as much are refused, and then it is a mistake. */
    boolean propose(Flat any) {
        Optional<Line> some = model.any(model.lines, line -> line.state == BankLineState.OPEN);
        some.ifPresent(line -> {
            Map<Slip, Long> shares = RandomMatches.shares(line);
            boolean fits = line.meant != BankLineKind.REMITTANCE || !shares.isEmpty();
            if (!fits) {
                refused(() -> matches.propose(line, line.meant));
            }
            if (fits || model.city.upTo(4) == 0) {
                matches.propose(line, fits ? line.meant : BankLineKind.MISTAKEN);
                line.shares = shares;
                line.become(fits ? line.meant : BankLineKind.MISTAKEN, BankLineState.PROPOSED);
            }
        });
        return some.isPresent();
    }

    /** Confirmed by another person, or given up; what doesn't hold any more can only be given up. */
    boolean decide(Flat any) {
        Optional<Line> some = model.any(model.lines, line -> line.state == BankLineState.PROPOSED);
        some.ifPresent(line -> {
            UUID proposal = matches.proposal(line);
            if (assignments.live(line.id).orElseThrow().proposer() != null) {
                refused(() -> service.confirm(proposal, model.clerk));
            }
            boolean holds = effects.holds(line);
            if (!holds) {
                model.seen.add(Event.A_PROPOSAL_THAT_HOLDS_NO_MORE);
                refused(() -> service.confirm(proposal, model.colleague));
            }
            if (holds && model.city.upTo(5) > 0) {
                service.confirm(proposal, model.colleague);
                effects.confirm(line);
            } else {
                service.reject(proposal, model.colleague);
                line.become(BankLineKind.PENDING, BankLineState.OPEN);
            }
        });
        return some.isPresent();
    }

    /** What is booked to households by slips is not undone like that, and what is booked by itself by two people. */
    boolean undo(Flat any) {
        Optional<Line> some = model.any(
                model.lines,
                line -> line.state == BankLineState.SETTLED
                        && assignments.live(line.id).isPresent());
        some.ifPresent(line -> {
            UUID live = matches.proposal(line);
            if (line.kind == BankLineKind.RETURNED || isBookedBySlips(line)) {
                refused(() -> service.undo(live, "附言写错", model.colleague));
            } else if (service.undo(live, "附言写错", model.colleague)) {
                effects.giveBack(line);
                line.become(BankLineKind.PENDING, BankLineState.OPEN);
            } else {
                undoBooked(line, live);
            }
        });
        return some.isPresent();
    }

    private void undoBooked(Line line, UUID live) {
        refused(() -> service.undo(live, "再说一次", model.clerk));
        refused(() -> service.confirmUndo(live, model.colleague));
        if (model.city.upTo(4) == 0) {
            service.rejectUndo(live, model.clerk);
            return;
        }
        service.confirmUndo(live, model.clerk);
        effects.unbook(line, line.day);
        line.become(BankLineKind.PENDING, BankLineState.OPEN);
        model.seen.add(Event.BOOKED_AND_UNDONE_BY_TWO);
    }

    private static boolean isBookedBySlips(Line line) {
        return line.shares.keySet().stream().anyMatch(slip -> slip.state == SlipState.BOOKED);
    }
}
