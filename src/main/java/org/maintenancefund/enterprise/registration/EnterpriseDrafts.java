package org.maintenancefund.enterprise.registration;

import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.BrowserDrafts;
import org.maintenancefund.review.DraftOwners;
import org.maintenancefund.review.Drafts;
import org.springframework.stereotype.Component;

/** The draft of 物管企业注册 that belongs to the browser asking. */
@Component
class EnterpriseDrafts extends BrowserDrafts<EnterpriseForm> {

    EnterpriseDrafts(Drafts drafts, DraftOwners owners) {
        super(drafts, owners, ApplicationKind.ENTERPRISE_REGISTRATION, EnterpriseForm.class);
    }
}
