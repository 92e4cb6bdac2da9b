package org.maintenancefund.office.domain;

import java.util.Optional;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeReference;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An office with user names, in use or not, stays: its people's actions are in the trail. */
@Component
@Order(1)
class OfficeUsers implements OfficeReference {

    private final Operators operators;

    OfficeUsers(Operators operators) {
        this.operators = operators;
    }

    @Override
    public Optional<Reason> whyKept(OfficeId office) {
        int count = operators.of(office.ref()).size();
        return count == 0 ? Optional.empty() : Optional.of(Reason.of("office.refusal.has-users", count));
    }
}
