package org.maintenancefund.enterprise.domain;

/** How far a match is. */
public enum EnterpriseMatchState {
    OPEN("待核对", "waiting"),
    CONFIRMED("是同一企业", "ok"),
    REJECTED("不是同一企业", "off");

    private final String label;
    private final String tag;

    EnterpriseMatchState(String label, String tag) {
        this.label = label;
        this.tag = tag;
    }

    public String label() {
        return label;
    }

    /** Kind of the tag that shows it. */
    public String tag() {
        return tag;
    }
}
