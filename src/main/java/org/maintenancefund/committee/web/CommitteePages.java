package org.maintenancefund.committee.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.area.AreaTables;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.dissolution.CommitteeDissolutionDefinition;
import org.maintenancefund.committee.dissolution.DissolutionRows;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecord.Version;
import org.maintenancefund.committee.domain.CommitteeState.Difference;
import org.maintenancefund.committee.domain.Dissolution;
import org.maintenancefund.kernel.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A committee's record, as the committee itself and its district see it. */
@Component
@RequiredArgsConstructor
class CommitteePages {

    private final PropertyAreas areas;
    private final Operators operators;
    private final ObjectProvider<AreaTables> tables;
    private final Clock clock;

    /**
     * A term.
     *
     * @param state whether it runs, is over or is still to begin
     */
    record TermLine(Term term, String state) {}

    /** A version and what differs from the one before; nothing for the first. */
    record VersionLine(Version version, List<Difference> differences) {}

    void show(CommitteeRecord record, CurrentUser reader, Model model) {
        CommitteeView committee = record.view();
        AreaView area = areas.standing(committee.area());
        model.addAttribute("committee", committee);
        model.addAttribute("area", area);
        // Who manages the area is no matter any more of a committee that was dissolved; the area's own page tells it.
        model.addAttribute(
                "tables",
                record.isDissolved()
                        ? List.of()
                        : tables.orderedStream()
                                .flatMap(table -> table.tables(area, reader).stream())
                                .toList());
        model.addAttribute("operators", operators.of(committee.id().ref()));
        model.addAttribute("terms", terms(committee));
        model.addAttribute("versions", versions(record.versions()));
    }

    /** When and why it was dissolved and what ended with it; nothing where it is still there. */
    void showDissolution(CommitteeRecord record, CurrentUser user, Model model) {
        Dissolution dissolution = record.dissolution();
        if (dissolution != null) {
            ApplicationKind kind = CommitteeDissolutionDefinition.KIND;
            model.addAttribute("dissolution", dissolution);
            model.addAttribute("effects", DissolutionRows.of(record.effects()));
            model.addAttribute(
                    "dissolutionHref",
                    kind.reviews().isOpenTo(user.role()) ? kind.reviewPath() + "/" + dissolution.application() : null);
        }
    }

    /** All of them, the latest first. */
    private List<TermLine> terms(CommitteeView committee) {
        LocalDate today = LocalDate.now(clock);
        return committee.terms().stream()
                .sorted(Comparator.comparing(Term::start).reversed())
                .map(term -> new TermLine(term, state(term, today)))
                .toList();
    }

    private static String state(Term term, LocalDate today) {
        if (term.runsOn(today)) {
            return CommitteeStatus.IN_OFFICE.label();
        }
        return term.end().isBefore(today) ? CommitteeStatus.EXPIRED.label() : Messages.of("committee.term.not-begun");
    }

    /** All of them, the newest first. */
    private static List<VersionLine> versions(List<Version> versions) {
        List<VersionLine> lines = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            lines.add(new VersionLine(
                    version,
                    i + 1 == versions.size()
                            ? List.of()
                            : version.state()
                                    .differencesFrom(versions.get(i + 1).state())));
        }
        return lines;
    }
}
