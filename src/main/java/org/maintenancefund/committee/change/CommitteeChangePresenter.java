package org.maintenancefund.committee.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 业委会信息变更 in words. */
@Component
@RequiredArgsConstructor
class CommitteeChangePresenter implements ApplicationPresenter<ChangeDetails> {

    private final Committees committees;
    private final PropertyAreas areas;
    private final Clock clock;

    @Override
    public List<DetailField> describe(ChangeDetails details) {
        List<DetailField> lines = new ArrayList<>();
        lines.add(DetailField.of(
                "items",
                Messages.of("committee.field.items"),
                details.items().stream().map(ChangeItem::label).collect(Collectors.joining("、"))));
        details.after()
                .differencesFrom(details.before())
                .forEach(change -> lines.add(DetailField.of(
                        change.key(),
                        change.label(),
                        Messages.of("committee.change.to", orNone(change.after())),
                        Messages.of("committee.change.from", orNone(change.before())))));
        lines.add(DetailField.of("reason", Messages.of("committee.field.reason"), details.reason()));
        return lines;
    }

    private static String orNone(String value) {
        return value.isEmpty() ? Messages.of("committee.change.empty") : value;
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        Map<CommitteeId, CommitteeView> found =
                committees.views(subjects.stream().map(CommitteeId::new).toList());
        Map<AreaId, AreaView> places =
                areas.byId(found.values().stream().map(CommitteeView::area).toList());
        Map<UUID, SubjectName> names = new HashMap<>();
        for (CommitteeView committee : found.values()) {
            AreaView place = places.get(committee.area());
            if (place != null) {
                names.put(committee.id().value(), new SubjectName(place.name(), place.streetName()));
            }
        }
        return names;
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, ChangeDetails details) {
        LocalDate today = LocalDate.now(clock);
        String term = details.newTerm()
                .filter(coming -> coming.start().isAfter(today))
                .map(coming -> Messages.of("committee.change.later", coming.start()))
                .orElse("");
        return Messages.of("committee.change.done", details.after().name(), term);
    }

    @Override
    public String whatNext(Applicant applicant) {
        return applicant.account().is(Role.DISTRICT_STAFF)
                ? Messages.of("committee.change.own-entry")
                : ApplicationPresenter.super.whatNext(applicant);
    }
}
