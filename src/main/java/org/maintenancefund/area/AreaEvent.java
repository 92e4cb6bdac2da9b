package org.maintenancefund.area;

/** What can happen to an area, for its history. */
public enum AreaEvent {
    ENTERED("登记"),
    CHANGED("信息变更"),
    RENAMED("更名"),
    /** Other areas went into it. */
    MERGED("合并"),
    /** It went into another one. */
    MERGED_INTO("并入"),
    MERGE_UNDONE("撤销合并"),
    IMPORTED("导入更新");

    private final String label;

    AreaEvent(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
