package org.maintenancefund.collection.handover;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.collection.handover.HandoverRights.Side;
import org.maintenancefund.collection.handover.HandoverView.Signed;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a list that was handed over, or of one that nobody needs: received, objected to, taken back, voided. */
@Service
@Transactional
@RequiredArgsConstructor
public class HandoverDecisions {

    private final HandoverSteps steps;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * The next company receives; from now on it bills and receives there.
     *
     * @throws Refusal where the former company has collected again since it handed over
     */
    public void receive(HandoverNumber number, int seen, CurrentUser user) {
        HandoverView found = steps.lock(number, seen, HandoverState.RECEIVED, user, Side.SUCCESSOR);
        Signed handed = found.handed();
        if (!found.over()
                || handed == null
                || !LocalDate.ofInstant(handed.at(), clock.getZone()).isAfter(found.until())) {
            throw Refusal.because(
                    "handover.refusal.collects-again", found.former().name());
        }
        steps.move(found, HandoverState.RECEIVED, HandoverSteps.SETTLED, null, user);
        steps.record("HANDOVER_RECEIVED", found);
    }

    /** The next company objects, and the former one goes on. */
    public void object(HandoverNumber number, int seen, String words, CurrentUser user) {
        HandoverView found = steps.lock(number, seen, HandoverState.OBJECTED, user, Side.SUCCESSOR);
        steps.move(
                found,
                HandoverState.OBJECTED,
                HandoverSteps.NOT_HANDED + ", objection = :words, objected_by_name = :name",
                words,
                user);
        trail.record(
                HandoverSteps.event("HANDOVER_OBJECTED", number, found.area()).change("reason", null, words));
    }

    /** The former company takes it back, as long as nobody received it. */
    public void takeBack(HandoverNumber number, int seen, CurrentUser user) {
        HandoverView found = steps.lock(number, seen, HandoverState.OPEN, user, Side.FORMER);
        steps.move(found, HandoverState.OPEN, HandoverSteps.NOT_HANDED, null, user);
        steps.record("HANDOVER_TAKEN_BACK", found);
    }

    /** 作废 of one that was opened in vain, by the former company or the district; where it is still due, it can be opened anew. */
    public void discard(HandoverNumber number, int seen, CurrentUser user) {
        HandoverView found = steps.lock(number, seen, HandoverState.VOIDED, user, Side.FORMER, Side.DISTRICT);
        steps.move(found, HandoverState.VOIDED, "", null, user);
        steps.record("HANDOVER_VOIDED", found);
    }
}
