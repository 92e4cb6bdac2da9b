package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.committee.Term;
import org.springframework.stereotype.Component;

/** 系统比对 of a term: beside today, and beside the committee's other terms where it has any. */
@Component
public class TermChecks {

    private final Clock clock;

    TermChecks(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is to be said of a term.
     *
     * @param others the terms that are on record already
     */
    public List<SystemCheck> of(Term term, List<Term> others) {
        List<SystemCheck> checks = new ArrayList<>();
        List<Term> before = others.stream().filter(other -> !other.equals(term)).toList();
        List<Term> overlapping = before.stream().filter(term::overlaps).toList();
        if (!overlapping.isEmpty()) {
            checks.add(SystemCheck.look("任期与原来的重叠：" + list(overlapping)));
        } else if (!before.isEmpty()) {
            checks.add(SystemCheck.good("任期与原来的各届不重叠：" + list(before)));
        }
        LocalDate today = LocalDate.now(clock);
        if (term.end().isBefore(today)) {
            checks.add(SystemCheck.look("任期已于 " + term.end() + " 届满，通过后状态为“已届满”"));
        } else if (term.start().isAfter(today)) {
            checks.add(SystemCheck.look("任期从 " + term.start() + " 才开始，" + meanwhile(before, today)));
        }
        return checks;
    }

    private static String meanwhile(List<Term> before, LocalDate today) {
        return Term.on(today, before)
                .map(now -> now.runsOn(today) ? "在那以前仍是" + now : "在那以前状态为“已届满”")
                .orElse("在那以前状态为“任期未开始”");
    }

    private static String list(List<Term> terms) {
        return terms.stream().map(Term::toString).collect(Collectors.joining("；"));
    }
}
