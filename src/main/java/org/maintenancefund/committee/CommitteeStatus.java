package org.maintenancefund.committee;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a committee stands on a day. A committee whose term has ended, or is still to begin, keeps its area until 换届 or 注销.
 */
public enum CommitteeStatus {
    IN_OFFICE("在任", "ok"),
    NOT_BEGUN("任期未开始", "info"),
    EXPIRED("已届满", "waiting"),
    DISSOLVED("已注销", "off");

    private final String label;
    private final String tag;

    CommitteeStatus(String label, String tag) {
        this.label = label;
        this.tag = tag;
    }

    /** The state of a registered committee with these terms on that day; a preparatory group has none and is in office. */
    public static CommitteeStatus of(List<Term> terms, LocalDate day) {
        if (terms.isEmpty() || terms.stream().anyMatch(term -> term.runsOn(day))) {
            return IN_OFFICE;
        }
        return terms.stream().anyMatch(term -> term.end().isBefore(day)) ? EXPIRED : NOT_BEGUN;
    }

    public String label() {
        return label;
    }

    /** The kind of tag that shows it. */
    public String tag() {
        return tag;
    }
}
