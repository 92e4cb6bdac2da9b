package org.maintenancefund.area.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maintenancefund.web.sheet.SheetHeading;

/** The columns of the spreadsheet, found by their headings in any order. */
enum ImportColumn implements SheetHeading {
    CODE(false, "编号", "区域编号"),
    NAME(true, "名称", "小区名称"),
    ALIASES(false, "曾用名"),
    DISTRICT(true, "区", "所属区"),
    STREET(true, "街道"),
    COMMUNITY(false, "社区"),
    ADDRESS(true, "地址"),
    PARCELS(false, "宗地号"),
    TYPE(true, "物业类型"),
    TOTAL(true, "总建筑面积（㎡）", "总建筑面积"),
    RESIDENTIAL(false, "住宅面积（㎡）", "住宅面积"),
    COMMERCIAL(false, "商业面积（㎡）", "商业面积"),
    OTHER(false, "其他面积（㎡）", "其他面积"),
    BUILDINGS(true, "幢数"),
    HOUSEHOLDS(true, "户数"),
    YEAR(false, "建成年份"),
    BANK(false, "开户银行"),
    ACCOUNT_NAME(false, "户名"),
    ACCOUNT_NUMBER(false, "账号");

    private static final Set<ImportColumn> FIGURES =
            EnumSet.of(TOTAL, RESIDENTIAL, COMMERCIAL, OTHER, BUILDINGS, HOUSEHOLDS, YEAR);

    private final boolean required;
    private final List<String> titles;

    ImportColumn(boolean required, String... titles) {
        this.required = required;
        this.titles = List.of(titles);
    }

    /** True where a new area can't be without it; an area on record keeps what it has where the cell is empty. */
    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    /** True where a number stands, so that a number of many digits is none that Excel has spoiled. */
    boolean isFigure() {
        return FIGURES.contains(this);
    }

    /** Characters that are kept of a cell: more than any area can have there, and far fewer than Excel allows. */
    int longest() {
        return this == ALIASES ? 7_000 : this == PARCELS ? 1_000 : ImportHeader.LONGEST_UNUSED;
    }
}
