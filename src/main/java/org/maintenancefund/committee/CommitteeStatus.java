package org.maintenancefund.committee;

import java.time.LocalDate;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/**
 * Where a committee stands on a day. A committee whose term has ended, or is still to begin, keeps its area until 换届 or 注销.
 */
@RequiredArgsConstructor
public enum CommitteeStatus implements Labelled {
    IN_OFFICE("ok"),
    NOT_BEGUN("info"),
    EXPIRED("waiting"),
    DISSOLVED("off");

    /** The kind of tag that shows it. */
    @Getter
    private final String tag;

    /** The state of a registered committee with these terms on that day; a preparatory group has none and is in office. */
    public static CommitteeStatus of(List<Term> terms, LocalDate day) {
        if (terms.isEmpty() || terms.stream().anyMatch(term -> term.runsOn(day))) {
            return IN_OFFICE;
        }
        return terms.stream().anyMatch(term -> term.end().isBefore(day)) ? EXPIRED : NOT_BEGUN;
    }
}
