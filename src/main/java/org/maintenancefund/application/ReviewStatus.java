package org.maintenancefund.application;

/** Where an application stands. What leads from one to the next is in {@link ReviewAction} and nowhere else. */
public enum ReviewStatus {
    PENDING("待审核", "waiting"),
    RETURNED("已退回", "bad"),
    APPROVED("已通过", "ok"),
    REFUSED("不予受理", "bad"),
    WITHDRAWN("已撤回", "off"),
    LAPSED("已失效", "off");

    private final String label;
    private final String tag;

    ReviewStatus(String label, String tag) {
        this.label = label;
        this.tag = tag;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** The kind of tag that shows it. */
    public String tag() {
        return tag;
    }

    /** True where nothing can happen to the application any more. */
    public boolean isFinal() {
        return this != PENDING && this != RETURNED;
    }

    public boolean isPending() {
        return this == PENDING;
    }

    public boolean isReturned() {
        return this == RETURNED;
    }

    public boolean isApproved() {
        return this == APPROVED;
    }

    public boolean isWithdrawn() {
        return this == WITHDRAWN;
    }
}
