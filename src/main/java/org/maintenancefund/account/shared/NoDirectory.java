package org.maintenancefund.account.shared;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.kernel.CreditCode;

/** Where none is configured: nobody. */
class NoDirectory implements DirectoryLogin {

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public boolean isReachable() {
        return false;
    }

    @Override
    public boolean failedJustNow() {
        return false;
    }

    @Override
    public Optional<SharedPerson> find(String username) {
        return Optional.empty();
    }

    @Override
    public List<SharedPerson> ofCompany(CreditCode code) {
        return List.of();
    }

    @Override
    public List<SharedPerson> all() {
        return List.of();
    }

    @Override
    public Answer check(String username, String password) {
        return Answer.wrong();
    }

    @Override
    public void checkNobody(String typed) {
        // There is nothing to wait for.
    }

    @Override
    public String passwordAddress() {
        return "";
    }

    @Override
    public Set<String> takenAmongst(Collection<String> usernames) {
        return Set.of();
    }
}
