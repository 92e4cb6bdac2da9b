package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.StatusLines;
import org.maintenancefund.web.Todos;
import org.maintenancefund.web.UnreadMessages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The numbers in the menu, counted once in some seconds for all who see the same ({@code app.pages.counts}), and anew after
 * each form that one of them sent: a decision shows at once to who made it.
 */
@Component
class WaitingCounts implements HandlerInterceptor {

    private static final String COUNTED = WaitingCounts.class.getName();

    private final ObjectProvider<MenuCounts> offered;
    private final ObjectProvider<UnreadMessages> messages;
    private final Todos todos;
    private final StatusLines states;
    private final DistrictFigures figures;
    private final Cache kept;
    private final Cache unread;

    WaitingCounts(
            ObjectProvider<MenuCounts> offered,
            ObjectProvider<UnreadMessages> messages,
            Todos todos,
            StatusLines states,
            DistrictFigures figures,
            CacheManager caches) {
        this.offered = offered;
        this.messages = messages;
        this.todos = todos;
        this.states = states;
        this.figures = figures;
        this.kept = Objects.requireNonNull(caches.getCache(PageCaches.COUNTS));
        this.unread = Objects.requireNonNull(caches.getCache(PageCaches.UNREAD));
    }

    /** All that a number depends on, see {@link MenuCounts}. */
    private record Key(Role role, @Nullable DistrictId district) {

        static Key of(CurrentUser user) {
            return new Key(user.role(), user.district());
        }
    }

    /** The same throughout a request, however short they are kept. */
    Map<Page, Long> of(CurrentUser user, HttpServletRequest request) {
        @SuppressWarnings("unchecked")
        Map<Page, Long> known = (Map<Page, Long>) request.getAttribute(COUNTED);
        if (known == null) {
            known = Objects.requireNonNull(kept.get(Key.of(user), () -> count(user.role(), user.district())));
            request.setAttribute(COUNTED, known);
        }
        return known;
    }

    /** How many messages the person has not read, half a minute old at most; anew after a form of one's own. */
    long unread(CurrentUser user) {
        return Objects.requireNonNull(unread.get(
                user.operatorId(),
                () -> messages.stream()
                        .mapToLong(source -> source.of(user.operatorId()))
                        .sum()));
    }

    private Map<Page, Long> count(Role role, @Nullable DistrictId district) {
        Map<Page, Long> counts = new EnumMap<>(Page.class);
        offered.forEach(
                source -> source.of(role, district).forEach((page, count) -> counts.merge(page, count, Long::sum)));
        return counts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!HttpMethod.GET.matches(request.getMethod())
                && authentication != null
                && authentication.getPrincipal() instanceof CurrentUser user) {
            kept.evict(Key.of(user));
            unread.evict(user.operatorId());
            todos.forget(user);
            states.forget(user);
            figures.forget(user.district());
        }
    }
}
