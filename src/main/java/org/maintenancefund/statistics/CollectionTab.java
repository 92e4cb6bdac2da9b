package org.maintenancefund.statistics;

import java.util.Locale;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Labelled;

/** The parts of 收取统计. */
public enum CollectionTab implements Labelled {
    STAGES,
    HELD,
    MATCHING,
    BALANCES;

    /** As it stands in the address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for what is counted over some months; the balances are those of today. */
    public boolean isByMonth() {
        return this != BALANCES;
    }

    /** True for what companies do; lines of the bank are the city's, balances the households'. */
    public boolean isByCompany() {
        return this == STAGES || this == HELD;
    }

    /** Lines of the bank are shown to who sees them: accounts are the city's, and no district's. */
    public boolean isOpenTo(Role role) {
        return this != MATCHING || Page.BANK_LINES.isOpenTo(role);
    }
}
