package org.maintenancefund.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwners;
import org.maintenancefund.review.Drafts;
import org.springframework.stereotype.Component;

/** The draft of 业委会注册 that belongs to the browser asking. */
@Component
class RegistrationDrafts {

    static final ApplicationKind KIND = ApplicationKind.COMMITTEE_REGISTRATION;

    private final Drafts drafts;
    private final DraftOwners owners;

    RegistrationDrafts(Drafts drafts, DraftOwners owners) {
        this.drafts = drafts;
        this.owners = owners;
    }

    /** The open draft, with an area chosen. */
    Optional<Draft<CommitteeForm>> find(HttpServletRequest request, @Nullable String mended) {
        return owners.findBrowser(request)
                .flatMap(owner -> drafts.find(owner, KIND, number(mended), CommitteeForm.class))
                .filter(draft -> !draft.form().getAreaId().isBlank());
    }

    /** Where a form sent again lands: the receipt of what was submitted from it. */
    Optional<String> receipt(HttpServletRequest request, @Nullable String mended) {
        return owners.findBrowser(request)
                .flatMap(owner -> drafts.lastReceipt(owner, KIND, number(mended)))
                .map(token -> "/receipts/" + token);
    }

    /** Keeps the form; the browser gets its cookie with the first one. */
    Draft<CommitteeForm> save(
            HttpServletRequest request, HttpServletResponse response, @Nullable String mended, CommitteeForm form) {
        return drafts.save(owners.browser(request, response), KIND, number(mended), form);
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
