package org.maintenancefund.enterprise;

/** Whether a company may act in the system. */
public enum EnterpriseState {
    ACTIVE("正常"),
    DISABLED("已停用");

    private final String label;

    EnterpriseState(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
