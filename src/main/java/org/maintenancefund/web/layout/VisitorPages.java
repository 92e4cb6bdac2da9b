package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.AbstractThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Answers with the kept page where {@link SameForVisitors} says that it is everybody's, and keeps it the first time. */
@Component
class VisitorPages implements HandlerInterceptor {

    /** A visitor chooses the cookie behind the token; where a short one stands by chance, the page would be cut there. */
    private static final int SHORTEST_TOKEN = 40;

    /** A number that each form may be sent with once. */
    private static final String ONE_TIME = "name=\"submission\"";

    private static final String WANTED = VisitorPages.class.getName();

    private final Cache kept;
    private final ObjectProvider<Layout> layout;
    private final ObjectProvider<ThymeleafViewResolver> views;

    VisitorPages(CacheManager caches, ObjectProvider<Layout> layout, ObjectProvider<ThymeleafViewResolver> views) {
        this.kept = Objects.requireNonNull(caches.getCache(PageCaches.VISITORS));
        this.layout = layout;
        this.views = views;
    }

    private record Key(String address, boolean largeText) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!isEverybodys(request, handler)) {
            return true;
        }
        Key key = new Key(request.getRequestURI(), layout.getObject().isLargeText());
        KeptPage page = kept.get(key, KeptPage.class);
        if (page == null) {
            request.setAttribute(WANTED, key);
            return true;
        }
        page.send(page.hasForms() ? token(request) : "", request, response);
        return false;
    }

    private boolean isEverybodys(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(SameForVisitors.class)
                && HttpMethod.GET.matches(request.getMethod())
                && isAskedForPlainly(request)
                && layout.getObject().user() == null
                && !layout.getObject().isRestricted()
                && RequestContextUtils.getInputFlashMap(request) == null;
    }

    /**
     * Under the address of the catalogue and no other spelling of it, and with nothing that a handler could read: parameters
     * come in a body too, of a GET as well.
     */
    private static boolean isAskedForPlainly(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return request.getRequestURI().equals(request.getContextPath() + pattern)
                && request.getQueryString() == null
                && request.getContentType() == null
                && request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                && request.getParameterMap().isEmpty();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page)
            throws Exception {
        if (page != null && page.getViewName() != null && request.getAttribute(WANTED) instanceof Key key) {
            View drawing = Objects.requireNonNull(
                    views.getObject().resolveViewName(page.getViewName(), Locale.SIMPLIFIED_CHINESE));
            page.setView((model, asked, answer) -> keep(key, drawing, model, asked, answer));
        }
    }

    private void keep(
            Key key,
            View drawing,
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        ContentCachingResponseWrapper drawn = new ContentCachingResponseWrapper(response);
        drawing.render(model, request, drawn);
        String text = new String(drawn.getContentAsByteArray(), StandardCharsets.UTF_8);
        String token = token(request);
        if (!(drawing instanceof AbstractThymeleafView)
                || drawn.getStatus() != HttpStatus.OK.value()
                || token.length() < SHORTEST_TOKEN
                || text.contains(ONE_TIME)) {
            drawn.copyBodyToResponse();
            return;
        }
        KeptPage page = new KeptPage(text, token);
        kept.put(key, page);
        page.send(token, request, response);
    }

    /** The one that every form of this answer bears. */
    private static String token(HttpServletRequest request) {
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }
}
