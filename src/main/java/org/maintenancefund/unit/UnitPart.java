package org.maintenancefund.unit;

import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.web.RecordTable;

/** What another feature has of a unit, such as its bills; offered as a bean and shown on the unit's page. Beans are ordered. */
public interface UnitPart {

    /** Empty where the reader, who sees the unit, may not see that of it. */
    Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader);

    /**
     * A part of the page.
     *
     * @param table the latest of them
     * @param href  where all of it is
     * @param link  the words that lead there
     */
    record Shown(RecordTable table, String href, String link) {}
}
