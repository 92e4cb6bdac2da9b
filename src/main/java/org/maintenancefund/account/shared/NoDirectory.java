package org.maintenancefund.account.shared;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.kernel.CreditCode;

/** Where none is configured: nobody. */
class NoDirectory implements SharedDirectory {

    @Override
    public boolean isConfigured() {
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
}
