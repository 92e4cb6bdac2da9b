package org.maintenancefund.area.report;

/** 问题类型: the three cases in which a registration stops. */
public enum ReportKind {
    MISSING("小区不存在", "系统里查不到这个小区"),
    SPLIT("多个片区应合并", "同一业委会、同一物业服务企业的小区在系统里分成了几个"),
    WRONG_NAME("名称有误", "小区名称与实际不符");

    private final String label;
    private final String hint;

    ReportKind(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** The same in a sentence. */
    public String hint() {
        return hint;
    }

    public boolean isSplit() {
        return this == SPLIT;
    }

    public boolean isWrongName() {
        return this == WRONG_NAME;
    }
}
