package org.maintenancefund.association;

/** 关联对象: who gets the right to manage the area. */
public enum TargetKind {
    ENTERPRISE("物业服务企业", "由企业直接管理本小区"),
    OFFICE("小区管理处", "由企业设立的小区管理处管理本小区");

    private final String label;
    private final String hint;

    TargetKind(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }
}
