package org.maintenancefund.notice;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Reason;

/** What municipal staff can do with a notice: the one table of it. */
public enum NoticeAction implements Labelled {
    WRITE,
    REVISE(NoticeStatus.values()),
    ADD_FILE(NoticeStatus.values()),
    REMOVE_FILE(NoticeStatus.values()),
    PUBLISH(NoticeStatus.DRAFT, NoticeStatus.TAKEN_DOWN),
    TAKE_DOWN(NoticeStatus.UPCOMING, NoticeStatus.SHOWN, NoticeStatus.ENDED),
    PIN(NoticeStatus.UPCOMING, NoticeStatus.SHOWN),
    UNPIN(NoticeStatus.UPCOMING, NoticeStatus.SHOWN, NoticeStatus.ENDED),
    /** What the public has seen stays. */
    DELETE(NoticeStatus.DRAFT);

    private final Set<NoticeStatus> from;

    NoticeAction(NoticeStatus... from) {
        this.from = EnumSet.noneOf(NoticeStatus.class);
        this.from.addAll(Set.of(from));
    }

    /** True where a notice that stands there takes it; {@code null} is one that is not yet there. */
    public boolean isPossibleIn(@Nullable NoticeStatus status) {
        return status == null ? this == WRITE : from.contains(status);
    }

    /** Why it can't be done there; empty where it can. */
    public Optional<Reason> refusalIn(NoticeStatus status) {
        return isPossibleIn(status)
                ? Optional.empty()
                : Optional.of(Reason.of("notice.refusal.not-in-this-status", status.label(), label()));
    }
}
