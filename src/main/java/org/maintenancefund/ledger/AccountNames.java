package org.maintenancefund.ledger;

import java.util.Map;
import org.maintenancefund.access.CurrentUser;

/** What accounts are called, and who sees which; offered by the module that registers them. */
public interface AccountNames {

    /** Those that the person sees, in the order of lists. */
    Map<FundAccountId, String> seenBy(CurrentUser user);
}
