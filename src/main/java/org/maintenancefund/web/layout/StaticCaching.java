package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Lets browsers keep a file for a year where its address carries the hash of what it holds today, and have them ask each
 * time where it doesn't. (Spring's own setting knows one duration for both: a file kept for a year under its plain address
 * would stay old after an update.)
 */
final class StaticCaching implements HandlerInterceptor {

    private static final Pattern HASH_IN_NAME = Pattern.compile("-[0-9a-f]{32}(?=\\.[a-z0-9]+$)");
    private static final String A_YEAR = String.valueOf(
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue());
    private static final String ASK_EACH_TIME =
            String.valueOf(CacheControl.noCache().getHeaderValue());

    private final ObjectProvider<ResourceUrlProvider> addresses;

    StaticCaching(ObjectProvider<ResourceUrlProvider> addresses) {
        this.addresses = addresses;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, isOfToday(path(request)) ? A_YEAR : ASK_EACH_TIME);
        }
        return true;
    }

    private boolean isOfToday(String path) {
        Matcher hash = HASH_IN_NAME.matcher(path);
        return hash.find() && path.equals(addresses.getObject().getForLookupPath(hash.replaceFirst("")));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
