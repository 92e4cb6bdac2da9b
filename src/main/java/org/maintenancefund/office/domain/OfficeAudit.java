package org.maintenancefund.office.domain;

import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.city.Districts;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeView;
import org.springframework.stereotype.Component;

/** What the audit trail keeps of an office: the changed fields, before and after. */
@Component
class OfficeAudit {

    private final Districts districts;

    OfficeAudit(Districts districts) {
        this.districts = districts;
    }

    AuditEvent opened(OfficeView office) {
        return AuditEvent.of("OFFICE_OPENED")
                .on("office", office.id(), office.name())
                .change("district", null, name(office.details().district()));
    }

    AuditEvent changed(OfficeView before, OfficeView after) {
        OfficeDetails old = before.details();
        OfficeDetails now = after.details();
        return AuditEvent.of("OFFICE_CHANGED")
                .on("office", after.id(), after.name())
                .change("name", old.name(), now.name())
                .change("district", name(old.district()), name(now.district()))
                .change("address", old.address(), now.address())
                .change("head", old.head(), now.head())
                .change("contactName", old.contactName(), now.contactName())
                .change("contactMobile", old.contactMobile(), now.contactMobile())
                .change("dutyPhone", old.dutyPhone(), now.dutyPhone())
                .change("repairPhone", old.repairPhone(), now.repairPhone())
                .change("remark", old.remark(), now.remark());
    }

    private String name(DistrictId district) {
        return districts.get(district).name();
    }
}
