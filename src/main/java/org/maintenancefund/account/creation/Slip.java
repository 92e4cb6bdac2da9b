package org.maintenancefund.account.creation;

import java.time.Instant;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.OperatorView;

/** One 账号告知单. Lives in one answer only. */
public record Slip(OperatorView operator, String organisation, String code, Instant validUntil) {

    static Slip of(OperatorView operator, String organisation, IssuedAccount account) {
        return new Slip(operator, organisation, account.activationCode().grouped(), account.validUntil());
    }
}
