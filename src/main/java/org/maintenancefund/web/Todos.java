package org.maintenancefund.web;

import java.util.Comparator;
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

    /** How many things they are, by person. */
    public static final String SUMS = "todo-sums";

    private final ObjectProvider<TodoSource> sources;
    private final Cache kept;
    private final Cache sums;

    Todos(ObjectProvider<TodoSource> sources, CacheManager caches) {
        this.sources = sources;
        this.kept = Objects.requireNonNull(caches.getCache(CACHE));
        this.sums = Objects.requireNonNull(caches.getCache(SUMS));
    }

    /** By groups, within one in the order of their sources. */
    public List<Todo> of(CurrentUser user) {
        List<Todo> todos = Objects.requireNonNull(kept.get(
                user,
                () -> sources.orderedStream()
                        .flatMap(source -> source.todos(user).stream())
                        .sorted(Comparator.comparing(Todo::group))
                        .toList()));
        sums.put(user, todos.stream().mapToLong(Todo::number).sum());
        return todos;
    }

    /** How many things wait for the person: all numbers of the list together, half a minute old at most. */
    public long sum(CurrentUser user) {
        Long known = sums.get(user, Long.class);
        return known == null ? of(user).stream().mapToLong(Todo::number).sum() : known;
    }

    /** They are asked for anew. */
    public void forget(CurrentUser user) {
        kept.evict(user);
        sums.evict(user);
    }
}
