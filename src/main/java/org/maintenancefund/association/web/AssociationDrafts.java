package org.maintenancefund.association.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.association.domain.AssociationForm;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwner;
import org.maintenancefund.review.Drafts;
import org.springframework.stereotype.Component;

/** The draft of 申请小区管理处关联 under the account of the person signed in. */
@Component
class AssociationDrafts {

    static final ApplicationKind KIND = ApplicationKind.ASSOCIATION;

    private final Drafts drafts;

    AssociationDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The open draft, with a company chosen. */
    Optional<Draft<AssociationForm>> find(CurrentUser user, @Nullable String mended) {
        return drafts.find(DraftOwner.of(user), KIND, number(mended), AssociationForm.class)
                .filter(draft -> draft.form().enterprise() != null);
    }

    Draft<AssociationForm> save(CurrentUser user, @Nullable String mended, AssociationForm form) {
        return drafts.save(DraftOwner.of(user), KIND, number(mended), form);
    }

    /** True where the account has just submitted from a draft: a form sent again belongs to that. */
    boolean justSubmitted(CurrentUser user, @Nullable String mended) {
        return drafts.lastReceipt(DraftOwner.of(user), KIND, number(mended)).isPresent();
    }

    /** The address of a step, with the application it mends. */
    static String path(String path, @Nullable String mended) {
        ApplicationNumber number = number(mended);
        return number == null ? path : path + "?number=" + number;
    }

    static @Nullable ApplicationNumber number(@Nullable String text) {
        return text == null ? null : ApplicationNumber.parse(text).orElse(null);
    }
}
