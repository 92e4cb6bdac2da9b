package org.maintenancefund.application;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Sha256;

/**
 * Whose a draft is: the browser that carries an unguessable cookie, or an operator.
 *
 * @param key      how it is kept; holds no secret
 * @param signedIn true for an operator
 */
public record DraftOwner(String key, boolean signedIn) {

    /** A browser without a cookie: it has no drafts. */
    public static final DraftOwner NOBODY = new DraftOwner("", false);

    /** The browser with that cookie; only the cookie's hash is kept. */
    public static DraftOwner ofCookie(String cookie) {
        return new DraftOwner("cookie:" + Sha256.hex(cookie), false);
    }

    public static DraftOwner of(CurrentUser user) {
        return new DraftOwner("operator:" + user.operatorId(), true);
    }
}
