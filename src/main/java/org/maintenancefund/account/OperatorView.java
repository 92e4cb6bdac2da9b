package org.maintenancefund.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.MobileNumber;

/** An account as others read it; nothing secret in it. */
public record OperatorView(
        OperatorId id,
        String username,
        String personName,
        MobileNumber mobile,
        OrgRef organisation,
        Role role,
        PasswordSource passwordSource,
        OperatorState state,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    /** True where the password is the 物业管理信息系统's and nothing of it can be changed here. */
    public boolean isShared() {
        return passwordSource == PasswordSource.DIRECTORY;
    }
}
