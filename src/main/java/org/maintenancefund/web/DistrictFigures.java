package org.maintenancefund.web;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Figures of a district that several parts of a page show, asked for once in some seconds ({@code app.pages.counts}) for all of its
 * people, and anew after each form that one of them sent here.
 */
@Component
public class DistrictFigures {

    /** By district. */
    public static final String CACHE = "district-figures";

    private final Cache kept;

    private record Key(@Nullable DistrictId district) {}

    DistrictFigures(CacheManager caches) {
        this.kept = Objects.requireNonNull(caches.getCache(CACHE));
    }

    /**
     * The figures of that type.
     *
     * @param district null for what belongs to none, the municipal centre's
     * @param ask      counts them
     */
    public <T> T of(@Nullable DistrictId district, Class<T> type, Supplier<T> ask) {
        return type.cast(Objects.requireNonNull(own(new Key(district)).computeIfAbsent(type, unknown -> ask.get())));
    }

    /** All of a district's, and the same ones throughout a request, however short they are kept. */
    @SuppressWarnings("unchecked")
    private Map<Class<?>, Object> own(Key key) {
        String attribute = CACHE + key;
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object known = request == null ? null : request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            // Who counted while somebody decided puts the old number into a map that is forgotten.
            known = Objects.requireNonNull(kept.get(key, ConcurrentHashMap::new));
            if (request != null) {
                request.setAttribute(attribute, known, RequestAttributes.SCOPE_REQUEST);
            }
        }
        return (Map<Class<?>, Object>) known;
    }

    /** They are asked for anew. */
    public void forget(@Nullable DistrictId district) {
        kept.evict(new Key(district));
    }
}
