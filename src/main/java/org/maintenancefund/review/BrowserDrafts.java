package org.maintenancefund.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a public registration that belongs to the browser asking. Each kind has a component of its own.
 *
 * @param <F> the form
 */
public abstract class BrowserDrafts<F> {

    private final Drafts drafts;
    private final DraftOwners owners;
    private final ApplicationKind kind;
    private final Class<F> formType;

    protected BrowserDrafts(Drafts drafts, DraftOwners owners, ApplicationKind kind, Class<F> formType) {
        this.drafts = drafts;
        this.owners = owners;
        this.kind = kind;
        this.formType = formType;
    }

    /**
     * The open draft.
     *
     * @param mended number of the application it mends, as it stands in the address; null for a new one
     */
    public Optional<Draft<F>> find(HttpServletRequest request, @Nullable String mended) {
        return owners.findBrowser(request).flatMap(owner -> drafts.find(owner, kind, number(mended), formType));
    }

    /** Where a form sent again lands: the receipt of what was submitted from it. */
    public Optional<String> receipt(HttpServletRequest request, @Nullable String mended) {
        return owners.findBrowser(request)
                .flatMap(owner -> drafts.lastReceipt(owner, kind, number(mended)))
                .map(token -> "/receipts/" + token);
    }

    /** Keeps the form; the browser gets its cookie with the first one. */
    public Draft<F> save(HttpServletRequest request, HttpServletResponse response, @Nullable String mended, F form) {
        return drafts.save(owners.browser(request, response), kind, number(mended), form);
    }

    /** The address of a step, with the application it mends. */
    public static String path(String path, @Nullable String mended) {
        ApplicationNumber number = number(mended);
        return number == null ? path : path + "?number=" + number;
    }

    /** The number in an address; null where it is none. */
    public static @Nullable ApplicationNumber number(@Nullable String text) {
        return text == null ? null : ApplicationNumber.parse(text).orElse(null);
    }
}
