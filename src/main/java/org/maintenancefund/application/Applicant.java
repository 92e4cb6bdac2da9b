package org.maintenancefund.application;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;

/**
 * Who fills in an application, and at which address.
 *
 * @param owner     whose the draft is
 * @param user      who is signed in; null for public forms that a stranger fills in
 * @param variables of the address, such as the committee that a clerk enters a change for
 */
public record Applicant(DraftOwner owner, @Nullable CurrentUser user, Map<String, String> variables) {

    /** The person signed in, for kinds that are done under an account. */
    public CurrentUser account() {
        if (user == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return user;
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
