package org.maintenancefund.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.audit.AuditEvent.Change;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditLog;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.TimelineEntry;
import org.springframework.stereotype.Component;

/** What the trail knows of one record, in the words of a page: for who may see the record, not only for the auditor. */
@Component
@RequiredArgsConstructor
public class AuditHistory {

    /** Entries on a page; older ones are the auditor's to look up. */
    public static final int MOST = 50;

    private final AuditLog log;
    private final AuditLabels labels;

    /**
     * What was done to a record, newest first: who, when, and what was changed. Nothing of addresses and requests.
     *
     * @param type as events name it in {@link AuditEvent#on}
     * @param id   as events name it there
     */
    public List<TimelineEntry> of(String type, Object id) {
        List<AuditEntry> found = log.of(type, id.toString(), MOST + 1);
        List<TimelineEntry> entries =
                new ArrayList<>(found.stream().limit(MOST).map(this::entry).toList());
        if (found.size() > MOST) {
            entries.add(new TimelineEntry(
                    Messages.of("audit.history.older"),
                    Messages.of("audit.history.older.next", MOST),
                    List.of(),
                    TimelineEntry.Kind.DONE));
        }
        return entries;
    }

    private TimelineEntry entry(AuditEntry entry) {
        String person = entry.personName() == null ? Messages.of("audit.person.system") : entry.personName();
        String meta = Stream.of(Times.minute(entry.occurredAt()), entry.organisationName(), person)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + "　" + other)
                .orElseThrow();
        return new TimelineEntry(
                labels.action(entry.action()),
                meta,
                entry.changes().stream().map(this::change).toList(),
                TimelineEntry.Kind.DONE);
    }

    private String change(Change change) {
        String field = labels.field(change.field()) + "：";
        if (change.before() == null) {
            return field + labels.value(change.after());
        }
        return field + labels.value(change.before()) + " → " + labels.value(change.after());
    }
}
