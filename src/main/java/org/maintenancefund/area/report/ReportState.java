package org.maintenancefund.area.report;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How far a report is. */
@RequiredArgsConstructor
public enum ReportState implements Labelled {
    OPEN("waiting"),
    DONE("ok"),
    REJECTED("bad");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;
}
