package org.maintenancefund.area;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.RecordTable;

/** What other modules have to show on the page of an area and of its committee, such as who managed it. In bean order. */
public interface AreaTables {

    /** @param reader decides what is linked: another district's or another committee's record doesn't exist for them */
    List<RecordTable> tables(AreaView area, CurrentUser reader);
}
