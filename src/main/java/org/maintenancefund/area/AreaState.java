package org.maintenancefund.area;

/** Whether an area stands on its own. */
public enum AreaState {
    ACTIVE("正常"),
    /** Went into another area, which carries its name as an alias. */
    MERGED("已合并");

    private final String label;

    AreaState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
