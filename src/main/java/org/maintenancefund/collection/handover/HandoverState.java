package org.maintenancefund.collection.handover;

import java.util.EnumSet;
import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** How far a hand-over is; the database knows the same order ({@code tg_handover_next_state}). */
public enum HandoverState implements Labelled {
    /** 待清点: due, and nobody has opened it yet. No row has it. */
    DUE,
    /** 清点中: the former company goes through the matters. */
    OPEN,
    /** 待接收: it has handed over; the list is frozen until the next company says something. */
    HANDED_OVER,
    /** 有异议: the next company objects, and the former one goes on. */
    OBJECTED,
    /** 已移交: the next company has received. */
    RECEIVED,
    /** 准予先行接收: the former company didn't act, and the district lets the next one begin on the matters as they are listed. */
    RELEASED,
    /** 已作废: opened in vain. */
    VOIDED;

    public boolean mayBecome(HandoverState next) {
        return mayBecome().contains(next);
    }

    private Set<HandoverState> mayBecome() {
        return switch (this) {
            case DUE -> EnumSet.of(OPEN);
            case OPEN, OBJECTED -> EnumSet.of(HANDED_OVER, RELEASED, VOIDED);
            case HANDED_OVER -> EnumSet.of(OPEN, OBJECTED, RECEIVED);
            case RECEIVED, RELEASED, VOIDED -> EnumSet.noneOf(HandoverState.class);
        };
    }

    /** Whether matters are still written down. */
    public boolean isEdited() {
        return this == OPEN || this == OBJECTED;
    }

    /** Whether its list is frozen as both parties, or the district, have left it. */
    public boolean isFrozen() {
        return this == HANDED_OVER || isDone();
    }

    /** Whether the next company may begin. */
    public boolean isDone() {
        return this == RECEIVED || this == RELEASED;
    }

    /** How it is marked on pages. */
    public String tag() {
        return switch (this) {
            case DUE, OPEN -> "waiting";
            case HANDED_OVER -> "info";
            case OBJECTED -> "bad";
            case RECEIVED, RELEASED -> "ok";
            case VOIDED -> "off";
        };
    }
}
