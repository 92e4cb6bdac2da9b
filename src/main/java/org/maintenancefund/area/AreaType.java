package org.maintenancefund.area;

/** What an area is used for (物业类型). */
public enum AreaType {
    RESIDENTIAL("住宅"),
    MIXED("商住"),
    COMMERCIAL("商业"),
    OFFICE("办公"),
    INDUSTRIAL("工业"),
    OTHER("其他");

    private final String label;

    AreaType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
