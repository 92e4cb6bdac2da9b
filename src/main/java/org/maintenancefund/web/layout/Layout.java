package org.maintenancefund.web.layout;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.PageHelp;
import org.maintenancefund.web.PageOrigin;
import org.maintenancefund.web.Preparation;
import org.maintenancefund.web.QueryString;
import org.maintenancefund.web.Site;
import org.maintenancefund.web.SiteInfo;
import org.maintenancefund.web.Todos;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.WebUtils;

/**
 * What the layouts ask for while they are drawn, as {@code layout} in templates. A bean and not model attributes, because
 * error pages are drawn where no controller has filled a model, and because a redirect should count nothing.
 */
@Component
@RequiredArgsConstructor
public class Layout {

    /** Name of the cookie that says: 大字版. */
    public static final String LARGE_TEXT_COOKIE = "display";

    /** Value of that cookie. */
    public static final String LARGE_TEXT = "large";

    /** Where a list becomes cards: on a telephone, and at twice the size on a desktop. */
    private static final String CARDS = "screen and (max-width: 40rem)";

    /** The same with 大字版. A media query counts the browser's own letters, not the page's larger ones. */
    public static final String CARDS_IN_LARGE_TEXT = "screen and (max-width: 100rem)";

    private final Site site;

    private final WaitingCounts counts;
    private final Todos todos;
    private final Parts parts;
    private final ResourceUrlProvider resources;
    private final ObjectProvider<Preparation> preparation;
    private final ObjectProvider<PageHelp> help;
    private final Map<String, String> assets = new ConcurrentHashMap<>();

    /** Whose system this is. */
    public SiteInfo site() {
        return site.info();
    }

    /** The person signed in; null for visitors and for a session that may only change its initial password. */
    public @Nullable CurrentUser user() {
        CurrentUser user = signedIn();
        return user == null || user.restricted() ? null : user;
    }

    /** True for a person who signed in with the initial password. */
    public boolean isRestricted() {
        CurrentUser user = signedIn();
        return user != null && user.restricted();
    }

    /** Whoever is signed in, with the initial password too; null for visitors. */
    @Nullable
    CurrentUser signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user ? user : null;
    }

    /**
     * The menu of the person, as text.
     *
     * @param place {@code side} beside the page, {@code phone} above it
     */
    public String menu(String place) {
        CurrentUser user = Objects.requireNonNull(user());
        List<MenuItem> items = new Menu(user, page(), counts.of(user, request())).items();
        return parts.draw("layout/menu", place, Map.of("items", items));
    }

    /** What the heads of all pages have in common, as text. */
    public String headLinks() {
        return parts.draw(
                "layout/head", "links", Map.of("layout", this, "cards", isLargeText() ? CARDS_IN_LARGE_TEXT : CARDS));
    }

    /** What is said on every page while something is still being made; null otherwise. */
    public @Nullable Notice preparation() {
        Preparation made = preparation.getIfAvailable();
        return made == null ? null : made.notice();
    }

    /** The address of what explains this page, 本页帮助; null where nothing is written on it or the session may not go there. */
    public @Nullable String help() {
        if (isRestricted()) {
            return null;
        }
        PageHelp topics = help.getIfAvailable();
        CurrentUser user = user();
        String path =
                request().getRequestURI().substring(request().getContextPath().length());
        return topics == null
                ? null
                : Page.at(path)
                        .flatMap(page -> topics.addressFor(page, path, user == null ? null : user.role()))
                        .orElse(null);
    }

    /**
     * All that waits for the person, 待办 in the header: what the numbers of the workbench's list add up to. Null where nothing
     * waits and the role has no queues.
     */
    public @Nullable Long waiting() {
        CurrentUser user = user();
        if (user == null) {
            return null;
        }
        long sum = todos.sum(user);
        return sum == 0 && counts.of(user, request()).isEmpty() ? null : Long.valueOf(sum);
    }

    /** How many messages the person has not read; null for visitors. */
    public @Nullable Long unread() {
        CurrentUser user = user();
        return user == null ? null : Long.valueOf(counts.unread(user));
    }

    /** 当前位置; {@code trailing} is what the page put into its model as {@code crumbs}. */
    public List<Crumb> breadcrumb(@Nullable List<Crumb> trailing) {
        return Breadcrumb.of(page(), user(), trailing);
    }

    public boolean isLargeText() {
        Cookie cookie = WebUtils.getCookie(request(), LARGE_TEXT_COOKIE);
        return cookie != null && LARGE_TEXT.equals(cookie.getValue());
    }

    /** The address of a file under static/ or of a webjar, with its content hash. */
    public String asset(String path) {
        return request().getContextPath() + hashed(path);
    }

    /** The same without what the application's addresses begin with, for parts that are kept. */
    public String hashed(String path) {
        return assets.computeIfAbsent(path, this::versioned);
    }

    private String versioned(String path) {
        return Objects.requireNonNullElse(resources.getForLookupPath(path), path);
    }

    /** This page's address with one parameter changed: how lists turn pages and keep their filters. */
    public String here(String parameter, String value, String... without) {
        Map<String, List<String>> parameters = parameters(without);
        parameters.put(parameter, List.of(value));
        return request().getRequestURI() + QueryString.of(parameters);
    }

    /** Where the list of this page is exported: its own address and /export, with the same filters. */
    public String export() {
        return request().getRequestURI() + "/export" + QueryString.of(parameters("after", "before"));
    }

    /** A number made with a form: one that is sent twice does its work once. */
    public UUID submission() {
        return UUID.randomUUID();
    }

    /** This page's own address, for the way back. */
    public String address() {
        String query = "GET".equals(request().getMethod()) ? request().getQueryString() : null;
        return request().getRequestURI() + (query == null ? "" : "?" + query);
    }

    private @Nullable Page page() {
        CurrentUser user = user();
        if (request().getAttribute(PageOrigin.ENTRY) instanceof Page entry) {
            return entry;
        }
        return Page.at(request())
                .map(page -> user == null ? page : page.entryFor(user.role()))
                .orElse(null);
    }

    private static Map<String, List<String>> parameters(String... without) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request().getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        parameters.keySet().removeAll(List.of(without));
        return parameters;
    }

    private static HttpServletRequest request() {
        ServletRequestAttributes attributes =
                (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return attributes.getRequest();
    }
}
