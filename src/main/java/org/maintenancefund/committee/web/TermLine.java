package org.maintenancefund.committee.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.Messages;

/**
 * A term on the page of a committee.
 *
 * @param term  the term
 * @param state whether it runs, is over or is still to begin
 */
record TermLine(Term term, String state) {

    /** All terms of a committee, the latest first. */
    static List<TermLine> of(CommitteeView committee, LocalDate today) {
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
}
