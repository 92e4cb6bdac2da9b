package org.maintenancefund.web;

import java.util.List;
import java.util.Objects;
import org.maintenancefund.access.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;

/** How things stand for a person, asked for like {@link Todos}. */
@Component
public class StatusLines {

    /** By person. */
    public static final String CACHE = "status-lines";

    private final ObjectProvider<StatusSource> sources;
    private final Cache kept;

    StatusLines(ObjectProvider<StatusSource> sources, CacheManager caches) {
        this.sources = sources;
        this.kept = Objects.requireNonNull(caches.getCache(CACHE));
    }

    /** In the order of their sources. */
    public List<StatusLine> of(CurrentUser user) {
        return Objects.requireNonNull(kept.get(
                user,
                () -> sources.orderedStream()
                        .flatMap(source -> source.lines(user).stream())
                        .toList()));
    }

    /** They are asked for anew. */
    public void forget(CurrentUser user) {
        kept.evict(user);
    }
}
