package org.maintenancefund.area;

import java.util.Collection;
import org.maintenancefund.access.OrgRef;

/**
 * Which areas an organisation may maintain the community information of (社区信息完善), and sees the units of (房屋底册): those it
 * manages, or is the committee of. Each feature that gives such a right offers one bean.
 */
public interface AreaKeepers {

    /** The organisation's areas as of today; empty for organisations the feature knows nothing of. */
    Collection<AreaId> areasOf(OrgRef organisation);
}
