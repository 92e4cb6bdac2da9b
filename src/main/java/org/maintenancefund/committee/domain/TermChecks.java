package org.maintenancefund.committee.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.Messages;

/** 系统比对 of a term: beside today, and beside the committee's other terms where it has any. */
public final class TermChecks {

    private TermChecks() {}

    /** What is to be said of a term. */
    public static List<SystemCheck> of(Term term, List<Term> others, LocalDate today) {
        List<SystemCheck> checks = new ArrayList<>();
        List<Term> before = others.stream().filter(other -> !other.equals(term)).toList();
        List<Term> overlapping = before.stream().filter(term::overlaps).toList();
        if (!overlapping.isEmpty()) {
            checks.add(SystemCheck.look("committee.check.term.overlaps", list(overlapping)));
        } else if (!before.isEmpty()) {
            checks.add(SystemCheck.good("committee.check.term", list(before)));
        }
        if (term.end().isBefore(today)) {
            checks.add(SystemCheck.look("committee.check.term.over", term.end()));
        } else if (term.start().isAfter(today)) {
            checks.add(SystemCheck.look("committee.check.term.later", term.start(), meanwhile(before, today)));
        }
        return checks;
    }

    /** The same for the applicant, who can still mend it. */
    public static List<PreCheck> foreseen(Term term, LocalDate today) {
        if (term.end().isBefore(today)) {
            return List.of(PreCheck.at(
                    "termEnd", Messages.of("committee.field.termEnd"), "committee.pre.term-over", term.end()));
        }
        return term.start().isAfter(today)
                ? List.of(PreCheck.at(
                        "termStart",
                        Messages.of("committee.field.termStart"),
                        "committee.pre.term-later",
                        term.start()))
                : List.of();
    }

    private static String meanwhile(List<Term> before, LocalDate today) {
        return Term.on(today, before)
                .map(now -> now.runsOn(today)
                        ? Messages.of("committee.check.term.still", now)
                        : Messages.of("committee.check.term.expired"))
                .orElse(Messages.of("committee.check.term.not-begun"));
    }

    private static String list(List<Term> terms) {
        return terms.stream().map(Term::toString).collect(Collectors.joining("；"));
    }
}
