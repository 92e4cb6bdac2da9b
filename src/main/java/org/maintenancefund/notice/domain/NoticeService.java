package org.maintenancefund.notice.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.notice.NoticeAction;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeStatus;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.PublicNotice.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What municipal staff do with notices. Each is done with the notice that the person saw, and with no later one. */
@Service
@Transactional
@RequiredArgsConstructor
public class NoticeService {

    /** More would push the news off the home page. */
    public static final int MOST_PINNED = 3;

    public static final int MOST_FILES = 10;

    private final NoticeRepository repository;
    private final Notices notices;
    private final NoticeFiles files;
    private final Attachments attachments;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * Begins a draft.
     *
     * @param submission of the form: sent again, it answers with the notice of the first time
     * @throws StaleVersion where it was sent again with something else in it
     */
    public NoticeNumber write(UUID submission, NoticeContent content, CurrentUser user) {
        Optional<PublicNotice> known = repository.findBySubmission(submission);
        if (known.isPresent()) {
            NoticeNumber first = known.get().number();
            if (!known.get().content().equals(content)) {
                throw new StaleVersion(first);
            }
            return first;
        }
        NoticeNumber number = new NoticeNumber(repository.nextNumber());
        PublicNotice notice = repository.saveAndFlush(PublicNotice.written(number, submission, content, deed(user)));
        trail.record(event(NoticeAction.WRITE, notice));
        return number;
    }

    public void revise(NoticeNumber number, int seen, NoticeContent content, CurrentUser user) {
        PublicNotice notice = lock(number, seen);
        NoticeContent before = notice.content();
        if (before.equals(content)) {
            return;
        }
        notices.changing();
        notice.revise(content, deed(user));
        repository.flush();
        trail.record(changed(event(NoticeAction.REVISE, notice), before, notice.content()));
    }

    public void publish(NoticeNumber number, int seen, CurrentUser user) {
        act(NoticeAction.PUBLISH, number, seen, user, PublicNotice::publish);
    }

    public void takeDown(NoticeNumber number, int seen, CurrentUser user) {
        act(NoticeAction.TAKE_DOWN, number, seen, user, PublicNotice::takeDown);
    }

    /** Throws a {@link Refusal} where there is no room left above the others. */
    public void pin(NoticeNumber number, int seen, CurrentUser user) {
        locks.lock(Purpose.PINNED_NOTICES);
        act(NoticeAction.PIN, number, seen, user, (notice, deed) -> {
            if (!notice.pinned() && repository.countPinned(deed.day()) >= MOST_PINNED) {
                throw Refusal.because("notice.refusal.pinned", MOST_PINNED);
            }
            notice.pin(deed);
        });
    }

    public void unpin(NoticeNumber number, int seen, CurrentUser user) {
        act(NoticeAction.UNPIN, number, seen, user, PublicNotice::unpin);
    }

    /** Deletes a draft; its files go with the next sweep of those that nothing refers to. */
    public void delete(NoticeNumber number, int seen, CurrentUser user) {
        PublicNotice notice = lock(number, seen);
        notice.ask(NoticeAction.DELETE, deed(user));
        repository.delete(notice);
        repository.flush();
        trail.record(event(NoticeAction.DELETE, notice));
    }

    /** Adds a file. Two who add files at once don't disturb each other; whoever saw the notice without it is told. */
    public void addFile(NoticeNumber number, OpenedScan scan, CurrentUser user) {
        PublicNotice notice = lock(number);
        notice.changeFiles(NoticeAction.ADD_FILE, deed(user));
        if (files.of(number).size() >= MOST_FILES) {
            throw Refusal.because("notice.refusal.files", MOST_FILES);
        }
        repository.flush();
        StoredAttachment stored = attachments.store(scan);
        files.add(number, stored.id());
        trail.record(event(NoticeAction.ADD_FILE, notice).change("noticeFile", null, stored.filename()));
    }

    /** Takes a file off; nothing where it is gone already. */
    public void removeFile(NoticeNumber number, AttachmentId file, CurrentUser user) {
        PublicNotice notice = lock(number);
        Optional<StoredAttachment> known = files.of(number).stream()
                .filter(stored -> stored.id().equals(file))
                .findFirst();
        if (known.isEmpty()) {
            return;
        }
        notice.changeFiles(NoticeAction.REMOVE_FILE, deed(user));
        repository.flush();
        files.remove(number, file);
        trail.record(event(NoticeAction.REMOVE_FILE, notice)
                .change("noticeFile", known.get().filename(), null));
    }

    private void act(
            NoticeAction action, NoticeNumber number, int seen, CurrentUser user, BiConsumer<PublicNotice, Deed> verb) {
        PublicNotice notice = lock(number, seen);
        Deed deed = deed(user);
        NoticeStatus before = notice.status(deed.day());
        notices.changing();
        verb.accept(notice, deed);
        repository.flush();
        trail.record(event(action, notice)
                .change("noticeStatus", before, notice.status(deed.day()))
                .change(
                        "shownFrom",
                        null,
                        action == NoticeAction.PUBLISH ? notice.content().from() : null));
    }

    private PublicNotice lock(NoticeNumber number, int seen) {
        PublicNotice notice = lock(number);
        if (notice.version() != seen) {
            throw new StaleVersion(number);
        }
        return notice;
    }

    private PublicNotice lock(NoticeNumber number) {
        return repository.lock(number).orElseThrow(() -> new NotFound("notice " + number));
    }

    /** The database keeps microseconds. */
    private Deed deed(CurrentUser user) {
        return new Deed(user, clock.instant().truncatedTo(ChronoUnit.MICROS), LocalDate.now(clock));
    }

    private static AuditEvent event(NoticeAction action, PublicNotice notice) {
        return AuditEvent.of("NOTICE_" + action.name()).on("notice", notice.number(), notice.title());
    }

    private static AuditEvent changed(AuditEvent event, NoticeContent before, NoticeContent after) {
        return event.change("noticeTitle", before.title(), after.title())
                .change("noticeBody", before.body().markdown(), after.body().markdown())
                .change("shownFrom", before.from(), after.from())
                .change("shownUntil", before.until(), after.until());
    }
}
