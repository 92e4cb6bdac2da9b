package org.maintenancefund.enterprise.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwners;
import org.maintenancefund.review.Drafts;
import org.springframework.stereotype.Component;

/** The draft of 物管企业注册 that belongs to the browser asking. */
@Component
class EnterpriseDrafts {

    private static final ApplicationKind KIND = ApplicationKind.ENTERPRISE_REGISTRATION;

    private final Drafts drafts;
    private final DraftOwners owners;

    EnterpriseDrafts(Drafts drafts, DraftOwners owners) {
        this.drafts = drafts;
        this.owners = owners;
    }

    Optional<Draft<EnterpriseForm>> find(HttpServletRequest request, @Nullable String mended) {
        return owners.findBrowser(request)
                .flatMap(owner -> drafts.find(owner, KIND, number(mended), EnterpriseForm.class));
    }

    /** Where a form sent again lands: the receipt of what was submitted from it. */
    Optional<String> receipt(HttpServletRequest request, @Nullable String mended) {
        return owners.findBrowser(request)
                .flatMap(owner -> drafts.lastReceipt(owner, KIND, number(mended)))
                .map(token -> "/receipts/" + token);
    }

    /** Keeps the form; the browser gets its cookie with the first one. */
    Draft<EnterpriseForm> save(
            HttpServletRequest request, HttpServletResponse response, @Nullable String mended, EnterpriseForm form) {
        return drafts.save(owners.browser(request, response), KIND, number(mended), form);
    }

    static String path(String path, @Nullable String mended) {
        ApplicationNumber number = number(mended);
        return number == null ? path : path + "?number=" + number;
    }

    static @Nullable ApplicationNumber number(@Nullable String text) {
        return text == null ? null : ApplicationNumber.parse(text).orElse(null);
    }
}
