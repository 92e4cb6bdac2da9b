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
}
