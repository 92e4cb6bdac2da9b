package org.maintenancefund.office;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.RecordTable;

/** What the modules above have to show on the page of an office: the areas it manages and managed. In bean order. */
public interface OfficeTables {

    /**
     * @param reader decides what is linked: another district's record doesn't exist for a district's people
     */
    List<RecordTable> tables(OfficeId office, CurrentUser reader);
}
