package org.maintenancefund.committee.change;

/** 变更事项. */
public enum ChangeItem {
    FORMALISE("临时转正式", "选举产生了正式的业委会"),
    NEW_TERM("换届", "新一届业委会"),
    NAME("名称", ""),
    CONTACT("联系人", ""),
    OFFICE("办公地址", "");

    private final String label;
    private final String hint;

    ChangeItem(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }
}
