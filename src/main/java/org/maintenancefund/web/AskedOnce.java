package org.maintenancefund.web;

import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What several parts of a page show, asked once for the page and forgotten with it. Only where a page is looked at: who changes
 * something reads what there is each time.
 */
public final class AskedOnce {

    private AskedOnce() {}

    /**
     * The answer, asked for where no part of this page has asked before.
     *
     * @param key a record of who asks for it, with what the answer depends on
     * @param ask finds it; never null
     */
    @SuppressWarnings("unchecked")
    public static <T> T of(Record key, Supplier<T> ask) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !HttpMethod.GET.matches(page.getRequest().getMethod())) {
            return ask.get();
        }
        String name = key.getClass().getName() + key;
        Object known = page.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = ask.get();
            page.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
        }
        return (T) known;
    }
}
