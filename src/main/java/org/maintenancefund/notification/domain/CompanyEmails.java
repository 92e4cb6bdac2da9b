package org.maintenancefund.notification.domain;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.springframework.stereotype.Component;

/** E-mail addresses on record: companies alone have one. */
@Component
@RequiredArgsConstructor
class CompanyEmails {

    private final Enterprises enterprises;

    /** Empty where none is known. */
    String of(OrgRef organisation) {
        return organisation.type() == OrgType.ENTERPRISE
                ? enterprises
                        .find(new EnterpriseId(organisation.id()))
                        .map(EnterpriseView::email)
                        .orElse("")
                : "";
    }
}
