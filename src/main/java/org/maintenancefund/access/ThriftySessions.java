package org.maintenancefund.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The stored sessions, read once for a request and written once a minute at most where nothing but the time of the last access
 * changed. Spring Session reads a session again when a request ends and writes that time with each one: half of all statements
 * of a page.
 *
 * @param <S> the stored session
 */
@RequiredArgsConstructor
final class ThriftySessions<S extends Session> implements FindByIndexNameSessionRepository<ThriftySessions.Kept<S>> {

    /** By so much a session may end too early: a minute of half an hour, and the same part of a shorter time. */
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private static final int PART = 30;

    private static final ThreadLocal<@Nullable Map<String, Kept<?>>> OF_THE_REQUEST = new ThreadLocal<>();

    private final FindByIndexNameSessionRepository<S> stored;
    private final SessionRepository<S> reading;

    /** Outside of everything that asks for the session: what was read for one request is forgotten with it. */
    static final class PerRequest extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            OF_THE_REQUEST.set(new HashMap<>());
            try {
                chain.doFilter(request, response);
            } finally {
                OF_THE_REQUEST.remove();
            }
        }
    }

    @Override
    public Kept<S> createSession() {
        return new Kept<>(stored.createSession());
    }

    @Override
    public void save(Kept<S> session) {
        stored.save(session.stored);
        remember(session);
    }

    @Override
    public @Nullable Kept<S> findById(String id) {
        Map<String, Kept<?>> read = OF_THE_REQUEST.get();
        if (read != null && read.containsKey(id)) {
            @SuppressWarnings("unchecked")
            Kept<S> known = (Kept<S>) read.get(id);
            return known;
        }
        S session = reading.findById(id);
        if (session == null) {
            return null;
        }
        Kept<S> kept = new Kept<>(session);
        remember(kept);
        return kept;
    }

    @Override
    public void deleteById(String id) {
        Map<String, Kept<?>> read = OF_THE_REQUEST.get();
        if (read != null) {
            read.remove(id);
        }
        stored.deleteById(id);
    }

    @Override
    public Map<String, Kept<S>> findByIndexNameAndIndexValue(String index, String value) {
        return stored.findByIndexNameAndIndexValue(index, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Kept<>(entry.getValue())));
    }

    private void remember(Kept<S> session) {
        Map<String, Kept<?>> read = OF_THE_REQUEST.get();
        if (read != null) {
            // Under the id it has now: a changed one is not to be found under the old.
            read.values().remove(session);
            read.put(session.getId(), session);
        }
    }

    /** A stored session whose time of the last access moves in steps. */
    @RequiredArgsConstructor(access = AccessLevel.PRIVATE)
    static final class Kept<S extends Session> implements Session {

        private final S stored;

        @Override
        public void setLastAccessedTime(Instant time) {
            Duration part = stored.getMaxInactiveInterval().dividedBy(PART);
            Duration step = part.compareTo(WRITTEN_EVERY) < 0 ? part : WRITTEN_EVERY;
            if (!time.isBefore(stored.getLastAccessedTime().plus(step))) {
                stored.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
