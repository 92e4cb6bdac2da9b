package org.maintenancefund.collection.handover;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.collection.handover.HandoverRights.Side;
import org.maintenancefund.collection.handover.HandoverView.Party;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all steps of a hand-over have in common: it is locked as somebody saw it, it moves on, and the trail is told. */
@Component
@RequiredArgsConstructor
class HandoverSteps {

    /** Of a step that lets the next company begin. */
    static final String SETTLED =
            ", successor_id = :successor, settled_by = :by, settled_by_name = :name, settled_at = :now";

    /** Of one that gives it back to the former company. */
    static final String NOT_HANDED = ", handed_by = NULL, handed_by_name = NULL, handed_at = NULL";

    private final HandoverRegister register;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The hand-over, and nobody else acts on it until the transaction ends; of two at once the second finds another version. */
    HandoverView lock(HandoverNumber number, int seen, CurrentUser user) {
        register.get(number, user);
        jdbc.sql("SELECT h.version FROM handover h WHERE h.number = :number FOR UPDATE")
                .param("number", number.value())
                .query(Integer.class)
                .single();
        HandoverView found = register.get(number, user);
        if (found.version() != seen) {
            throw new StaleVersion(number);
        }
        return found;
    }

    /**
     * The same for a step of one of those sides.
     *
     * @throws NotFound     where the person stands on another one
     * @throws StaleVersion where it can't become that from where it is
     */
    HandoverView lock(HandoverNumber number, int seen, HandoverState next, CurrentUser user, Side... sides) {
        HandoverView found = lock(number, seen, user);
        requireSide(found, sides);
        if (!found.state().mayBecome(next)) {
            throw new StaleVersion(number);
        }
        return found;
    }

    static void requireSide(HandoverView found, Side... sides) {
        if (!List.of(sides).contains(found.side())) {
            throw new NotFound("hand-over " + found.number() + " for the side of " + found.side());
        }
    }

    /**
     * Writes a step.
     *
     * @param set   what it writes beside the state
     * @param words that it may write
     */
    void move(HandoverView found, HandoverState next, String set, @Nullable String words, CurrentUser user) {
        Party successor = found.successor();
        jdbc.sql("UPDATE handover SET state = :next, version = version + 1, former_until = :until" + set
                        + " WHERE number = :number")
                .param("next", next.name())
                .param("until", found.until())
                .param("successor", successor == null ? null : successor.id().value(), Types.OTHER)
                .param("words", words, Types.VARCHAR)
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .param("number", found.number().value())
                .update();
    }

    void record(String action, HandoverView found) {
        trail.record(event(action, found.number(), found.area()));
    }

    static AuditEvent event(String action, HandoverNumber number, AreaView area) {
        return AuditEvent.of(action).on("handover", number, area.name());
    }
}
