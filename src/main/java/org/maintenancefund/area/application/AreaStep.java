package org.maintenancefund.area.application;

import org.maintenancefund.kernel.Labelled;

/** The steps of 社区信息完善 that are filled in; the last one, 核对并提交, is the check page. */
enum AreaStep implements Labelled {
    BASICS("A"),
    SCALE("B"),
    BUILDINGS("C"),
    ACCOUNT("D");

    private final String letter;

    AreaStep(String letter) {
        this.letter = letter;
    }

    /** Last part of its address. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String letter() {
        return letter;
    }

    /** How far one is with it. */
    enum Progress implements Labelled {
        NOT_STARTED("off"),
        IN_PROGRESS("waiting"),
        DONE("ok");

        private final String tag;

        Progress(String tag) {
            this.tag = tag;
        }

        /** The kind of tag it is shown as. */
        public String tag() {
            return tag;
        }
    }
}
