package org.maintenancefund.enterprise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;

/**
 * All that is on record of a company, for its page and for exports.
 *
 * @param view          what lists show of it
 * @param legalRepresentative null for a qualified company: the directory does not know it
 * @param registeredAddress   empty for a qualified company
 * @param officeAddress 办公地址, empty where it is the registered one
 * @param phone         企业电话, or null
 * @param email         邮箱, or empty
 * @param createdAt     when it was entered
 */
public record EnterpriseCard(
        EnterpriseView view,
        @Nullable PersonName legalRepresentative,
        String registeredAddress,
        String officeAddress,
        @Nullable PhoneNumber phone,
        String email,
        Instant createdAt) {

    public EnterpriseId id() {
        return view.id();
    }

    public String name() {
        return view.name();
    }
}
