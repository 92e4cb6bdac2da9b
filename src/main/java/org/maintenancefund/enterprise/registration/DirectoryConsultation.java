package org.maintenancefund.enterprise.registration;

import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Consultation;
import org.maintenancefund.enterprise.Enterprises;
import org.springframework.stereotype.Component;

/** Asks the directory of the 物业管理信息系统 whether the company that registers has its account there. */
@Component
class DirectoryConsultation implements Consultation<EnterpriseDetails> {

    private final Enterprises enterprises;

    DirectoryConsultation(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.ENTERPRISE_REGISTRATION;
    }

    @Override
    public Class<EnterpriseDetails> detailsType() {
        return EnterpriseDetails.class;
    }

    @Override
    public void consult(EnterpriseDetails details) {
        enterprises.askDirectory(details.code());
    }
}
