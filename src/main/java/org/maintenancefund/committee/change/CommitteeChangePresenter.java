package org.maintenancefund.committee.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.RegisteredCommitteePresenter;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 业委会信息变更 in words. */
@Component
class CommitteeChangePresenter extends RegisteredCommitteePresenter<ChangeDetails> {

    private final Clock clock;

    CommitteeChangePresenter(Committees committees, PropertyAreas areas, Clock clock) {
        super(committees, areas);
        this.clock = clock;
    }

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
    public String sayAfterApproval(ApplicationNumber number, ChangeDetails details) {
        LocalDate today = LocalDate.now(clock);
        String term = details.newTerm()
                .filter(coming -> coming.start().isAfter(today))
                .map(coming -> Messages.of("committee.change.later", coming.start()))
                .orElse("");
        return Messages.of("committee.change.done", details.after().name(), term);
    }
}
