package org.maintenancefund.association.domain;

/** The paper documents that an application for an association comes with. */
public enum PaperKind {
    SERVICE_CONTRACT("物业服务合同"),
    RESOLUTION("业主大会决议"),
    OTHER("其他");

    private final String label;

    PaperKind(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
