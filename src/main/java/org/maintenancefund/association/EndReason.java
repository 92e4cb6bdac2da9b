package org.maintenancefund.association;

/** Why an association ended before its contract. */
public enum EndReason {
    /** A new approved association of the same area begins. */
    REPLACED("由新的关联接替"),
    /** 解除: the committee applied, the district approved. */
    TERMINATED("已解除"),
    /** Its area went into another one, where the same company's association goes on over both periods. */
    MERGED("物业区域合并");

    private final String label;

    EndReason(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
