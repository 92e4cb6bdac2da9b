package org.maintenancefund.account;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.web.RecordTable;

/**
 * What other modules have to show on the page of a company or of an office: its offices, the areas it manages. In bean order.
 */
public interface OrganisationTables {

    /**
     * None where nothing is known of organisations of its kind.
     *
     * @param reader decides what is linked: another district's record doesn't exist for a district's people
     */
    List<RecordTable> tables(OrgRef organisation, CurrentUser reader);
}
