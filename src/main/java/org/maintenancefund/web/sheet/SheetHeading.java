package org.maintenancefund.web.sheet;

import java.util.List;

/** A column that a table on its way in may have; implemented by an enum whose order is that of the template. */
public interface SheetHeading {

    /** The headings under which it is found; the first is that of the template. */
    List<String> titles();

    /** True where a table without it is refused. */
    boolean isRequired();

    /** The heading in the template. */
    default String title() {
        return titles().get(0);
    }
}
