package org.maintenancefund.area.report;

/** How far a report is. */
public enum ReportState {
    OPEN("待处理", "waiting"),
    DONE("已处理", "ok"),
    REJECTED("不予处理", "bad");

    private final String label;
    private final String tag;

    ReportState(String label, String tag) {
        this.label = label;
        this.tag = tag;
    }

    public String label() {
        return label;
    }

    /** The kind of tag that shows it, see fragments/page. */
    public String tag() {
        return tag;
    }

    public boolean isOpen() {
        return this == OPEN;
    }
}
