package org.maintenancefund.area.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.AreaRenamed;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 合并 and 撤销合并. Everything in one transaction and alone: what is being submitted or decided waits, and what this moves
 * goes along in the features' own {@link AreaMergeParticipant}.
 */
@Service
@RequiredArgsConstructor
public class AreaMerging {

    private final PropertyAreaRepository areas;
    private final PropertyAreas views;
    private final AdvisoryLocks locks;
    private final MergeRules rules;
    private final ObjectProvider<AreaMergeParticipant> participants;
    private final MergeRecords records;
    private final AreaHistory history;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * What is to be merged.
     *
     * @param kept   the area that goes on, under its code
     * @param merged the areas that go into it
     * @param name   合并后名称
     * @param reason 合并原因
     */
    public record MergeOrder(AreaId kept, List<AreaId> merged, String name, String reason) {

        public MergeOrder {
            merged = List.copyOf(merged);
        }

        /** The kept one first. */
        List<AreaId> all() {
            return Stream.concat(Stream.of(kept), merged.stream()).toList();
        }
    }

    /**
     * Several areas side by side before they become one.
     *
     * @param areas    as they are, in the order they were chosen
     * @param facts    what is tied to them
     * @param blockers what stands against it; empty: it can be done
     */
    public record MergePlan(List<AreaView> areas, List<AreaFact> facts, List<MergeBlocker> blockers) {

        public MergePlan {
            areas = List.copyOf(areas);
            facts = List.copyOf(facts);
            blockers = List.copyOf(blockers);
        }

        public boolean isPossible() {
            return blockers.isEmpty();
        }
    }

    /** The areas side by side, with what stands against merging them; unknown ones are left out. */
    @Transactional(readOnly = true)
    public MergePlan plan(Collection<AreaId> chosen) {
        List<AreaView> found = views.inOrder(chosen);
        return new MergePlan(found, facts(found.stream().map(AreaView::id).toList()), blockers(found));
    }

    /**
     * Makes one area of several.
     *
     * @return the merge, to be undone by
     * @throws Refusal where something stands against it by now
     */
    @Transactional
    public UUID merge(MergeOrder order, CurrentUser by) {
        locks.lock(Purpose.AREAS);
        List<AreaId> all = order.all();
        Map<AreaId, PropertyArea> locked = locked(all);
        if (locked.size() != all.size()) {
            throw new NotFound("area to merge");
        }
        if (!blockers(views.views(all)).isEmpty()) {
            throw Refusal.because("area.merge.blocked");
        }
        PropertyArea kept = Objects.requireNonNull(locked.get(order.kept()));
        List<PropertyArea> merged = order.merged().stream().map(locked::get).toList();
        NewArea before = kept.facts();
        Instant now = clock.instant();
        kept.absorb(merged, order.name());
        merged.forEach(area -> area.goInto(kept));
        areas.flush();
        UUID id = records.write(order, before, kept, by, now);
        participants
                .orderedStream()
                .forEach(participant -> records.writeMoved(
                        id, participant.name(), participant.move(order.kept(), order.merged(), now)));
        events.publishEvent(new AreaRenamed(order.kept()));
        recordMerge(kept, merged, order, by);
        return id;
    }

    private void recordMerge(PropertyArea kept, List<PropertyArea> merged, MergeOrder order, CurrentUser by) {
        String names = merged.stream().map(AreaMerging::title).collect(Collectors.joining("、"));
        history.record(
                kept.id(),
                AreaEvent.MERGED,
                by,
                Messages.of("area.history.merged", names, kept.name(), order.reason()),
                null);
        merged.forEach(area -> history.record(
                area.id(),
                AreaEvent.MERGED_INTO,
                by,
                Messages.of("area.history.merged-into", title(kept), order.reason()),
                kept.id()));
        trail.record(AuditEvent.of("AREA_MERGED")
                .on("area", kept.code(), kept.name())
                .change("areas", names, title(kept)));
    }

    /** What the merge made one, for the page that asks before it is undone: the kept area first. */
    @Transactional(readOnly = true)
    public List<AreaView> members(UUID id) {
        return views.inOrder(records.get(id).all());
    }

    private Map<AreaId, PropertyArea> locked(List<AreaId> ids) {
        return areas.lock(ids).stream().collect(Collectors.toMap(PropertyArea::id, Function.identity()));
    }

    /** What is tied to the areas. */
    @Transactional(readOnly = true)
    public List<AreaFact> facts(List<AreaId> ids) {
        return participants
                .orderedStream()
                .flatMap(participant -> participant.facts(ids).stream())
                .toList();
    }

    /** Why the merge can't be undone any more; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<Reason> whyNotUndone(UUID id) {
        MergeRecords.Entry entry = records.get(id);
        return whyNotUndone(entry, areas.findById(entry.kept()).orElseThrow());
    }

    private Optional<Reason> whyNotUndone(MergeRecords.Entry entry, PropertyArea kept) {
        if (entry.undone()) {
            return Optional.of(Reason.of("area.merge.undone-already"));
        }
        if (!kept.isActive() || kept.version() != entry.keptVersion()) {
            return Optional.of(Reason.of("area.merge.changed-since"));
        }
        return participants
                .orderedStream()
                .map(participant -> participant.decidedSince(entry.kept(), entry.doneAt()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** 撤销合并: all areas are again what they were. Refused once something was decided on the kept one. */
    @Transactional
    public void undo(UUID id, CurrentUser by) {
        locks.lock(Purpose.AREAS);
        MergeRecords.Entry entry = records.get(id);
        List<AreaId> all = entry.all();
        Map<AreaId, PropertyArea> locked = locked(all);
        PropertyArea kept = Objects.requireNonNull(locked.get(entry.kept()));
        whyNotUndone(entry, kept).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        kept.restore(entry.before());
        entry.merged().forEach(area -> Objects.requireNonNull(locked.get(area)).comeBack());
        areas.flush();
        participants
                .orderedStream()
                .forEach(participant -> records.moved(id, participant.name())
                        .ifPresent(moved -> participant.moveBack(entry.kept(), moved)));
        all.forEach(area -> events.publishEvent(new AreaRenamed(area)));
        records.markUndone(id, by, clock.instant());
        all.forEach(area -> history.record(
                area,
                AreaEvent.MERGE_UNDONE,
                by,
                Messages.of("area.history.undone"),
                area.equals(entry.kept()) ? null : entry.kept()));
        trail.record(AuditEvent.of("AREA_MERGE_UNDONE").on("area", kept.code(), kept.name()));
    }

    private List<MergeBlocker> blockers(List<AreaView> chosen) {
        List<MergeBlocker> blockers = new ArrayList<>(rules.blockers(chosen));
        List<AreaId> ids = chosen.stream().map(AreaView::id).toList();
        participants.orderedStream().forEach(participant -> blockers.addAll(participant.blockers(ids)));
        return blockers;
    }

    private static String title(PropertyArea area) {
        return area.name() + "（" + area.code() + "）";
    }
}
