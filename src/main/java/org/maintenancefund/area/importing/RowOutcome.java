package org.maintenancefund.area.importing;

/** What a row means for the list. */
enum RowOutcome {
    NEW("新增"),
    /** Changes the area whose number it gives. */
    CHANGED("变更"),
    /** Gives no number and has the name of an area in the same street: changes it only after a question. */
    CHANGED_BY_NAME("仅名称对上"),
    FAULTY("错误"),
    SAME("没有变化");

    private final String label;

    RowOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isNew() {
        return this == NEW;
    }

    public boolean isFaulty() {
        return this == FAULTY;
    }

    public boolean isSame() {
        return this == SAME;
    }

    public boolean isChange() {
        return this == CHANGED || this == CHANGED_BY_NAME;
    }
}
