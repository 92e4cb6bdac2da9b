package org.maintenancefund.area.application;

/** The steps of 社区信息完善 that are filled in; the last one, 核对并提交, is the check page. */
enum AreaStep {
    BASICS("A", "基本信息", "名称、所属区和街道、地址、宗地号"),
    SCALE("B", "规模", "物业类型、建筑面积、幢数、户数、建成年份"),
    BUILDINGS("C", "楼栋", "每一幢的层数、单元数、户数和面积，可以从表格导入"),
    ACCOUNT("D", "专户", "是否有独立维修资金专户");

    private final String letter;
    private final String label;
    private final String hint;

    AreaStep(String letter, String label, String hint) {
        this.letter = letter;
        this.label = label;
        this.hint = hint;
    }

    /** Last part of its address. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String letter() {
        return letter;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    /** How far one is with it. */
    enum Progress {
        NOT_STARTED("未开始", "off"),
        IN_PROGRESS("进行中", "waiting"),
        DONE("已完成", "ok");

        private final String label;
        private final String tag;

        Progress(String label, String tag) {
            this.label = label;
            this.tag = tag;
        }

        public String label() {
            return label;
        }

        /** The kind of tag it is shown as. */
        public String tag() {
            return tag;
        }
    }
}
