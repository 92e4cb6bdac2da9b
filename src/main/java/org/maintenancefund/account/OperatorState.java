package org.maintenancefund.account;

/** What an account can do. */
public enum OperatorState {
    /** Has the initial password 1; can only change it, with the 激活码. */
    PENDING_ACTIVATION("待首次登录"),
    ACTIVE("正常"),
    DISABLED("已停用");

    private final String label;

    OperatorState(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** The kind of tag that shows it. */
    public String tag() {
        return this == ACTIVE ? "ok" : this == DISABLED ? "off" : "waiting";
    }

    public boolean isPending() {
        return this == PENDING_ACTIVATION;
    }

    public boolean isActive() {
        return this == ACTIVE;
    }

    public boolean isDisabled() {
        return this == DISABLED;
    }
}
