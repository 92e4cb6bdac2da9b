package org.maintenancefund.web.layout;

import jakarta.persistence.Entity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OwnCookie;
import org.maintenancefund.access.Page;
import org.maintenancefund.web.SameForVisitors;
import org.maintenancefund.web.SiteInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.AbstractThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers with a page that was drawn before where it would be drawn the same again: without asking the handler where
 * {@link SameForVisitors} says that it is everybody's, and after the handler where all that the page shows (its model, who looks
 * at it, what waits for them, its address) is equal to what was shown. Only the form's token is put in.
 */
@Component
class KeptPages implements HandlerInterceptor {

    /** A visitor chooses the cookie behind the token; where a short one stands by chance, the page would be cut there. */
    private static final int SHORTEST_TOKEN = 40;

    /** A number of the model that its form may be sent with once: each answer has another. */
    private static final String SUBMISSION = "submission";

    private static final String ONE_TIME = "name=\"submission\"";

    private static final String WANTED = KeptPages.class.getName();

    private final Cache visitors;
    private final Cache unchanged;
    private final WaitingCounts counts;
    private final ObjectProvider<Layout> layout;
    private final ObjectProvider<ThymeleafViewResolver> views;
    private final Map<Class<?>, Boolean> comparedTypes = new ConcurrentHashMap<>();

    KeptPages(
            CacheManager caches,
            WaitingCounts counts,
            ObjectProvider<Layout> layout,
            ObjectProvider<ThymeleafViewResolver> views) {
        this.visitors = Objects.requireNonNull(caches.getCache(PageCaches.VISITORS));
        this.unchanged = Objects.requireNonNull(caches.getCache(PageCaches.UNCHANGED));
        this.counts = counts;
        this.layout = layout;
        this.views = views;
    }

    /** A page that is the same for everybody, as long as the centre is called the same and has the same telephone. */
    private record ForVisitors(String address, boolean largeText, SiteInfo site) {}

    /** All that a page is drawn from; {@link Layout} reads nothing else of a request. */
    private record Shown(
            String view,
            String address,
            @Nullable String query,
            boolean largeText,
            SiteInfo site,
            @Nullable CurrentUser user,
            Map<Page, Long> counts,
            @Nullable Long waiting,
            @Nullable Long unread,
            Map<String, @Nullable Object> model) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!isEverybodys(request, handler)) {
            return true;
        }
        ForVisitors key = new ForVisitors(
                request.getRequestURI(),
                layout.getObject().isLargeText(),
                layout.getObject().site());
        KeptPage page = visitors.get(key, KeptPage.class);
        if (page == null) {
            request.setAttribute(WANTED, key);
            return true;
        }
        page.send(page.hasForms() ? List.of(token(request)) : List.of(), request, response);
        return false;
    }

    private boolean isEverybodys(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(SameForVisitors.class)
                && HttpMethod.GET.matches(request.getMethod())
                && isAskedForPlainly(request)
                && layout.getObject().signedIn() == null
                && OwnCookie.SIGNED_OUT.read(request).isEmpty()
                && layout.getObject().preparation() == null
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
                && isWithoutBody(request)
                && request.getParameterMap().isEmpty();
    }

    private static boolean isWithoutBody(HttpServletRequest request) {
        return request.getContentType() == null
                && request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page)
            throws Exception {
        if (page == null
                || page.getViewName() == null
                || layout.getObject().preparation() != null
                || !HttpMethod.GET.matches(request.getMethod())
                || request.getAttribute(CsrfToken.class.getName()) == null) {
            return;
        }
        View drawing = Objects.requireNonNull(
                views.getObject().resolveViewName(page.getViewName(), Locale.SIMPLIFIED_CHINESE));
        if (!(drawing instanceof AbstractThymeleafView)) {
            return;
        }
        if (request.getAttribute(WANTED) instanceof ForVisitors key) {
            page.setView((model, asked, answer) -> keep(visitors, key, drawing, model, asked, answer));
        } else if (isWithoutBody(request)
                && page.getModel().values().stream().allMatch(shown -> shown == null || isCompared(shown.getClass()))) {
            Shown key = shown(page.getViewName(), page.getModel(), request);
            KeptPage known = unchanged.get(key, KeptPage.class);
            page.setView(
                    known == null
                            ? (model, asked, answer) -> keep(unchanged, key, drawing, model, asked, answer)
                            : (model, asked, answer) -> known.send(ownValues(model, asked), asked, answer));
        }
    }

    private Shown shown(String view, Map<String, @Nullable Object> model, HttpServletRequest request) {
        CurrentUser user = layout.getObject().signedIn();
        return new Shown(
                view,
                request.getRequestURI(),
                request.getQueryString(),
                layout.getObject().isLargeText(),
                layout.getObject().site(),
                user,
                user == null || user.restricted() ? Map.of() : counts.of(user, request),
                layout.getObject().waiting(),
                layout.getObject().unread(),
                compared(model));
    }

    private static Map<String, @Nullable Object> compared(Map<String, @Nullable Object> model) {
        Map<String, @Nullable Object> compared = new HashMap<>(model);
        compared.remove(SUBMISSION);
        return compared;
    }

    /**
     * Whether equal means: shows the same. What has no equality of its own would only take room; an entity's is that of its
     * key, a bean's answers change.
     */
    private boolean isCompared(Class<?> type) {
        return comparedTypes.computeIfAbsent(type, KeptPages::hasEquality);
    }

    private static boolean hasEquality(Class<?> type) {
        Method equality = Objects.requireNonNull(ReflectionUtils.findMethod(type, "equals", Object.class));
        return equality.getDeclaringClass() != Object.class
                && !AnnotatedElementUtils.hasAnnotation(type, Component.class)
                && !AnnotatedElementUtils.hasAnnotation(type, Entity.class);
    }

    private void keep(
            Cache kept,
            Object key,
            View drawing,
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        ContentCachingResponseWrapper drawn = new ContentCachingResponseWrapper(response);
        drawing.render(model, request, drawn);
        String text = new String(drawn.getContentAsByteArray(), StandardCharsets.UTF_8);
        List<String> own = ownValues(model, request);
        if (drawn.getStatus() != HttpStatus.OK.value()
                || own.get(0).length() < SHORTEST_TOKEN
                || own.size() == 1 && text.contains(ONE_TIME)) {
            drawn.copyBodyToResponse();
            return;
        }
        KeptPage page = new KeptPage(text, own);
        kept.put(key, page);
        page.send(own, request, response);
    }

    /** What this answer alone has: the token of its forms, and the number of its form where there is one. */
    private static List<String> ownValues(@Nullable Map<String, ?> model, HttpServletRequest request) {
        return Stream.of(token(request), model == null ? null : model.get(SUBMISSION))
                .flatMap(Stream::ofNullable)
                .map(Object::toString)
                .toList();
    }

    /** The one that every form of this answer bears. */
    private static String token(HttpServletRequest request) {
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }
}
