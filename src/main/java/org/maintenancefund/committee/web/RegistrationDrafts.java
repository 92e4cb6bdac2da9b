package org.maintenancefund.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.BrowserDrafts;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwners;
import org.maintenancefund.review.Drafts;
import org.springframework.stereotype.Component;

/** The draft of 业委会注册 that belongs to the browser asking. */
@Component
class RegistrationDrafts extends BrowserDrafts<CommitteeForm> {

    RegistrationDrafts(Drafts drafts, DraftOwners owners) {
        super(drafts, owners, ApplicationKind.COMMITTEE_REGISTRATION, CommitteeForm.class);
    }

    /** The open draft, with an area chosen. */
    @Override
    public Optional<Draft<CommitteeForm>> find(HttpServletRequest request, @Nullable String mended) {
        return super.find(request, mended)
                .filter(draft -> !draft.form().getAreaId().isBlank());
    }
}
