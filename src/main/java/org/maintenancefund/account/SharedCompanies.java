package org.maintenancefund.account;

import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.Checked;

/** Who keeps the companies of the 物业管理信息系统 here; offered as a bean by the module of the enterprises. */
public interface SharedCompanies {

    /**
     * Finds, enters or refreshes the qualified enterprise of the person; asked at each sign-in, in the transaction that
     * enters or refreshes the person.
     *
     * @return the enterprise, or why its people can't sign in now: it is 已停用, or its district has still to confirm that it
     *     is the one registered here
     */
    Checked<OrgRef> admit(SharedPerson person);
}
