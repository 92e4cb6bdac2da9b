package org.maintenancefund.account;

import org.maintenancefund.kernel.MobileNumber;

/** A person an organisation named for a user name (拟定经办人员). */
public record ProposedOperator(String name, MobileNumber mobile) {

    @Override
    public String toString() {
        return name + "　" + mobile;
    }
}
