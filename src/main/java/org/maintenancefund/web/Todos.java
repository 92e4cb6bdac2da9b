package org.maintenancefund.web;

import java.util.List;
import java.util.Objects;
import org.maintenancefund.access.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;

/**
 * 待办事项 of a person, asked for once in some seconds ({@code app.pages.counts}) like the numbers in the menu, and anew after each
 * form of one's own.
 */
@Component
public class Todos {

    /** Lines by person. */
    public static final String CACHE = "todos";

    private final ObjectProvider<TodoSource> sources;
    private final Cache kept;

    Todos(ObjectProvider<TodoSource> sources, CacheManager caches) {
        this.sources = sources;
        this.kept = Objects.requireNonNull(caches.getCache(CACHE));
    }

    /** In the order of their sources. */
    public List<Todo> of(CurrentUser user) {
        return Objects.requireNonNull(kept.get(
                user,
                () -> sources.orderedStream()
                        .flatMap(source -> source.todos(user).stream())
                        .toList()));
    }

    /** They are asked for anew. */
    public void forget(CurrentUser user) {
        kept.evict(user);
    }
}
