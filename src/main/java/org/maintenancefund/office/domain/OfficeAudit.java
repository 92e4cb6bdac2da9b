package org.maintenancefund.office.domain;

import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeView;

/** What the audit trail keeps of an office: the changed fields, before and after. */
final class OfficeAudit {

    private OfficeAudit() {}

    static AuditEvent opened(OfficeView office) {
        return AuditEvent.of("OFFICE_OPENED")
                .on("office", office.id(), office.name())
                .change("district", null, office.details().district());
    }

    static AuditEvent changed(OfficeView before, OfficeView after) {
        OfficeDetails old = before.details();
        OfficeDetails now = after.details();
        return AuditEvent.of("OFFICE_CHANGED")
                .on("office", after.id(), after.name())
                .change("name", old.name(), now.name())
                .change("district", old.district(), now.district())
                .change("address", old.address(), now.address())
                .change("head", old.head(), now.head())
                .change("contactName", old.contactName(), now.contactName())
                .change("contactMobile", old.contactMobile(), now.contactMobile())
                .change("dutyPhone", old.dutyPhone(), now.dutyPhone())
                .change("repairPhone", old.repairPhone(), now.repairPhone())
                .change("remark", old.remark(), now.remark());
    }
}
