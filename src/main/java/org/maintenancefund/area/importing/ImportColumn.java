package org.maintenancefund.area.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.SheetHeading;

/** The columns of the spreadsheet, found by their headings in any order. */
enum ImportColumn implements SheetHeading {
    CODE(false),
    NAME(true),
    ALIASES(false),
    DISTRICT(true),
    STREET(true),
    COMMUNITY(false),
    ADDRESS(true),
    PARCELS(false),
    TYPE(true),
    TOTAL(true),
    RESIDENTIAL(false),
    COMMERCIAL(false),
    OTHER(false),
    BUILDINGS(true),
    HOUSEHOLDS(true),
    YEAR(false),
    BANK(false),
    ACCOUNT_NAME(false),
    ACCOUNT_NUMBER(false);

    private static final Set<ImportColumn> FIGURES =
            EnumSet.of(TOTAL, RESIDENTIAL, COMMERCIAL, OTHER, BUILDINGS, HOUSEHOLDS, YEAR);

    private final boolean required;

    ImportColumn(boolean required) {
        this.required = required;
    }

    /** True where a new area can't be without it; an area on record keeps what it has where the cell is empty. */
    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public List<String> titles() {
        return Messages.list("ImportColumn." + name());
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
