package org.maintenancefund.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.MobileNumber;

/**
 * An account as others read it; nothing secret in it.
 *
 * @param activatedAt    when the person first chose a password; null before, and where the directory has it
 * @param codeValidUntil until when the 激活码 works; null where there is none
 * @param version        counts its changes; signing in is none
 */
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
        @Nullable Instant activatedAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant codeValidUntil,
        int version) {

    /** The account as it is seen here, for a form that acts on it. */
    public AccountVersion seen() {
        return new AccountVersion(id, version);
    }

    /** True where the password is the 物业管理信息系统's and nothing of it can be changed here. */
    public boolean isShared() {
        return passwordSource == PasswordSource.DIRECTORY;
    }

    /** Whether the person may sign in, be it only to activate the account. */
    public boolean isInUse() {
        return state != OperatorState.DISABLED;
    }
}
