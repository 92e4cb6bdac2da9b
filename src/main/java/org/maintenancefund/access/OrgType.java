package org.maintenancefund.access;

/** The kinds of organisation a person can belong to. */
public enum OrgType {
    MUNICIPAL_CENTRE("市管理中心"),
    DISTRICT_CENTRE("区中心"),
    ENTERPRISE("物管企业"),
    OFFICE("小区管理处"),
    COMMITTEE("业委会");

    private final String label;

    OrgType(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
