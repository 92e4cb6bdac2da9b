package org.maintenancefund.committee;

/** 在任 and 已届满 are both in office: a committee whose term ended stays until 换届 or 注销. */
public enum CommitteeStatus {
    IN_OFFICE("在任"),
    EXPIRED("已届满"),
    DISSOLVED("已注销");

    private final String label;

    CommitteeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
