package org.maintenancefund.office;

/** Whether a management office is in use. */
public enum OfficeState {
    ACTIVE("有效"),
    DISABLED("已停用");

    private final String label;

    OfficeState(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
