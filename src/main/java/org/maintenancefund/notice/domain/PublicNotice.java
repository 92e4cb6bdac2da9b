package org.maintenancefund.notice.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.notice.NoticeAction;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeStatus;
import org.maintenancefund.notice.NoticeText;

/** A notice to the public (通知公告), written by the municipal centre. Each verb asks {@link NoticeAction}. */
@Entity
@Table(name = "notice")
public class PublicNotice {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private NoticeNumber number;

    private UUID submission;

    @Getter
    private String title;

    private String body;
    private @Nullable LocalDate shownFrom;
    private @Nullable LocalDate shownUntil;

    @Getter
    private boolean pinned;

    private @Nullable Instant publishedAt;
    private @Nullable Instant takenDownAt;
    private Instant createdAt;
    private Instant changedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "changed_by"))
    private OperatorId changedBy;

    private String changedByName;

    @Version
    private @Nullable Integer version;

    protected PublicNotice() {}

    /** Who does something, and when. */
    record Deed(CurrentUser by, Instant at, LocalDate day) {}

    static PublicNotice written(NoticeNumber number, UUID submission, NoticeContent content, Deed deed) {
        PublicNotice notice = new PublicNotice();
        notice.number = number;
        notice.submission = submission;
        notice.createdAt = deed.at();
        notice.take(content, deed);
        notice.touch(deed);
        return notice;
    }

    /** One that had ended comes back without its pin, whose place others may have taken. */
    void revise(NoticeContent content, Deed deed) {
        ask(NoticeAction.REVISE, deed);
        NoticeStatus before = status(deed.day());
        take(content, deed);
        if (before == NoticeStatus.SHOWN && status(deed.day()) == NoticeStatus.UPCOMING) {
            throw Refusal.because("notice.from.shown");
        }
        pinned = pinned && before != NoticeStatus.ENDED;
        touch(deed);
    }

    /** From today on, or from the day that was written down where that is still to come. */
    void publish(Deed deed) {
        ask(NoticeAction.PUBLISH, deed);
        LocalDate from = shownFrom == null || shownFrom.isBefore(deed.day()) ? deed.day() : shownFrom;
        if (shownUntil != null && shownUntil.isBefore(from)) {
            throw Refusal.because("notice.refusal.over", shownUntil);
        }
        shownFrom = from;
        publishedAt = deed.at();
        takenDownAt = null;
        touch(deed);
    }

    void takeDown(Deed deed) {
        ask(NoticeAction.TAKE_DOWN, deed);
        takenDownAt = deed.at();
        pinned = false;
        touch(deed);
    }

    void pin(Deed deed) {
        ask(NoticeAction.PIN, deed);
        pinned = true;
        touch(deed);
    }

    void unpin(Deed deed) {
        ask(NoticeAction.UNPIN, deed);
        pinned = false;
        touch(deed);
    }

    /** One of its files was added or taken off. */
    void changeFiles(NoticeAction how, Deed deed) {
        ask(how, deed);
        touch(deed);
    }

    /** Throws a {@link Refusal} where that can't be done on that day. */
    void ask(NoticeAction action, Deed deed) {
        action.refusalIn(status(deed.day())).ifPresent(reason -> {
            throw new Refusal(reason);
        });
    }

    NoticeStatus status(LocalDate day) {
        if (publishedAt == null) {
            return NoticeStatus.DRAFT;
        }
        return takenDownAt == null
                ? NoticeStatus.published(Objects.requireNonNull(shownFrom), shownUntil, day)
                : NoticeStatus.TAKEN_DOWN;
    }

    int version() {
        return version == null ? 0 : version;
    }

    NoticeContent content() {
        return new NoticeContent(title, new NoticeText(body), shownFrom, shownUntil);
    }

    /** A day that has passed is nobody's wish, unless it was there; one that the public knows doesn't vanish. */
    private void take(NoticeContent content, Deed deed) {
        LocalDate from = content.from() == null && publishedAt != null ? shownFrom : content.from();
        if (from != null && from.isBefore(deed.day()) && !from.equals(shownFrom)) {
            throw Refusal.because("notice.from.past");
        }
        if (from != null && content.until() != null && content.until().isBefore(from)) {
            throw Refusal.because("notice.until.before-from", from);
        }
        if (content.until() != null
                && content.until().isBefore(deed.day())
                && !content.until().equals(shownUntil)) {
            throw Refusal.because("notice.until.past");
        }
        title = content.title();
        body = content.body().markdown();
        shownFrom = from;
        shownUntil = content.until();
    }

    private void touch(Deed deed) {
        changedAt = deed.at();
        changedBy = deed.by().operatorId();
        changedByName = deed.by().personName();
    }
}
