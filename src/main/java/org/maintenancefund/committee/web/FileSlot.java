package org.maintenancefund.committee.web;

/** What scans the form asks for: the input's name and the words on the page. */
enum FileSlot {
    CERTIFICATE("certificate", "备案证明"),
    OTHERS("others", "其他材料");

    private final String field;
    private final String label;

    FileSlot(String field, String label) {
        this.field = field;
        this.label = label;
    }

    String field() {
        return field;
    }

    String label() {
        return label;
    }
}
