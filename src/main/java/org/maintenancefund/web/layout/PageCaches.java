package org.maintenancefund.web.layout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.StatusLines;
import org.maintenancefund.web.Todos;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages keep of what they have drawn and counted; each cache has a bound. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageCaches {

    /** Parts of pages by all they show. */
    static final String PARTS = "parts";

    /** Whole pages for visitors. */
    static final String VISITORS = "visitors";

    /** Whole pages by all they show. */
    static final String UNCHANGED = "unchanged";

    /** What waits, by role and district. */
    static final String COUNTS = "counts";

    /** Characters: some 16 MB. */
    private static final long PARTS_KEPT = 8_000_000;

    /** Rows bear names and numbers of people: they are forgotten where nobody looks at them. */
    private static final Duration PARTS_UNUSED = Duration.ofMinutes(10);

    /** Bytes, plain and compressed: some two thousand pages. */
    private static final long UNCHANGED_KEPT = 32_000_000;

    private static final int COUNTS_KEPT = 10_000;
    /** Unread messages, by person. */
    static final String UNREAD = "unread";

    private static final int VISITORS_KEPT = 100;

    @Bean
    CacheManager pageCacheManager(PageProperties properties) {
        // Named here, so that no other name makes a cache without a bound.
        CaffeineCacheManager caches = new CaffeineCacheManager(
                PARTS,
                VISITORS,
                UNCHANGED,
                COUNTS,
                UNREAD,
                Todos.CACHE,
                Todos.SUMS,
                DistrictFigures.CACHE,
                StatusLines.CACHE);
        caches.registerCustomCache(PARTS, large(PARTS_KEPT, drawn -> ((String) drawn).length(), PARTS_UNUSED));
        caches.registerCustomCache(
                UNCHANGED, large(UNCHANGED_KEPT, page -> ((KeptPage) page).size(), properties.unchanged()));
        caches.registerCustomCache(VISITORS, brief(VISITORS_KEPT, properties.kept()));
        caches.registerCustomCache(COUNTS, brief(COUNTS_KEPT, properties.counts()));
        caches.registerCustomCache(Todos.CACHE, brief(COUNTS_KEPT, properties.counts()));
        caches.registerCustomCache(StatusLines.CACHE, brief(COUNTS_KEPT, properties.counts()));
        caches.registerCustomCache(DistrictFigures.CACHE, brief(COUNTS_KEPT, properties.counts()));
        caches.registerCustomCache(Todos.SUMS, brief(COUNTS_KEPT, properties.todos()));
        caches.registerCustomCache(UNREAD, brief(COUNTS_KEPT, properties.todos()));
        return caches;
    }

    /** Kept as long as somebody asks for it. */
    private static Cache<Object, Object> large(long most, ToIntFunction<Object> weight, Duration unused) {
        return Caffeine.newBuilder()
                .recordStats()
                .maximumWeight(most)
                .weigher((key, value) -> weight.applyAsInt(value))
                .expireAfterAccess(unused)
                .build();
    }

    /** Kept for so long. */
    private static Cache<Object, Object> brief(int most, Duration kept) {
        return Caffeine.newBuilder()
                .recordStats()
                .maximumSize(most)
                .expireAfterWrite(kept)
                .build();
    }
}
