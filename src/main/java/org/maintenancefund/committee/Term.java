package org.maintenancefund.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.kernel.Messages;

/**
 * A term of office.
 *
 * @param number 届次, from 1
 * @param start  本届起始日期
 * @param end    本届届满日期, after the start
 */
@Embeddable
public record Term(
        int number,
        @Column(name = "starts_on") LocalDate start,
        @Column(name = "ends_on") LocalDate end) implements Serializable {

    public Term {
        if (number < 1 || !end.isAfter(start)) {
            throw new IllegalArgumentException("not a term: " + number + ", " + start + " to " + end);
        }
    }

    /** The term that counts on a day: the one that runs, or else the latest that is over, or else the first to come. */
    public static Optional<Term> on(LocalDate day, List<Term> terms) {
        Comparator<Term> byStart = Comparator.comparing(Term::start);
        return terms.stream()
                .filter(term -> !term.start().isAfter(day))
                .max(byStart)
                .or(() -> terms.stream().min(byStart));
    }

    public boolean runsOn(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    public boolean overlaps(Term other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    @Override
    public String toString() {
        return Messages.of("committee.term", number, start, end);
    }
}
