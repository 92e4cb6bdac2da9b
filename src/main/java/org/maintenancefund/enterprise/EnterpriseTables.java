package org.maintenancefund.enterprise;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.RecordTable;

/** What the modules above have to show on the page of a company: its offices, the areas it manages. In bean order. */
public interface EnterpriseTables {

    /**
     * @param reader decides what is linked: another district's record doesn't exist for a district's people
     */
    List<RecordTable> tables(EnterpriseId company, CurrentUser reader);
}
