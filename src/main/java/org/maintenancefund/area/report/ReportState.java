package org.maintenancefund.area.report;

import org.maintenancefund.kernel.Labelled;

/** How far a report is. */
public enum ReportState implements Labelled {
    OPEN("waiting"),
    DONE("ok"),
    REJECTED("bad");

    private final String tag;

    ReportState(String tag) {
        this.tag = tag;
    }

    /** The kind of tag that shows it, see fragments/page. */
    public String tag() {
        return tag;
    }
}
