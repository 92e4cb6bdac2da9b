package org.maintenancefund.closing.web;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.MunicipalCentre;
import org.springframework.stereotype.Component;

/** Who else of the municipal centre could sign and confirm. */
@Component
@RequiredArgsConstructor
class ClosingPeople {

    private final Operators operators;

    /** Whether there is nobody else: the page says where to get a second person. */
    boolean isAlone(CurrentUser person) {
        return operators.of(MunicipalCentre.REF).stream()
                .filter(other -> other.role() == Role.MUNICIPAL_STAFF && other.isInUse())
                .allMatch(other -> other.id().equals(person.operatorId()));
    }
}
