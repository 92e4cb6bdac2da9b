package org.maintenancefund.committee;

/** 属性: elected, or a preparatory group where there is no committee yet. */
public enum CommitteeAttribute {
    FORMAL("正式", "正式业委会", "已经依法选举产生"),
    PREPARATORY("临时", "临时（业委会筹备组）", "还没有成立业委会的小区。正式成立后，再变更为正式");

    private final String label;
    private final String choice;
    private final String hint;

    CommitteeAttribute(String label, String choice, String hint) {
        this.label = label;
        this.choice = choice;
        this.hint = hint;
    }

    /** The word in lists. */
    public String label() {
        return label;
    }

    /** The words of the choice on the form. */
    public String choice() {
        return choice;
    }

    public String hint() {
        return hint;
    }
}
