package org.maintenancefund.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions in the database, asked as seldom as they can be. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** The library's own query, with what others want to know of the session beside its own attributes. */
    private static final String READ = """
            SELECT s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                a.attribute_name, a.attribute_bytes
            FROM %%TABLE_NAME%% s LEFT JOIN LATERAL (SELECT attribute_name, attribute_bytes
                FROM %%TABLE_NAME%%_ATTRIBUTES WHERE session_primary_id = s.primary_id%s) a ON true
            WHERE s.session_id = ?
            """;

    private static final String JOINED =
            " UNION ALL SELECT '%s', convert_to(CAST(json AS text), 'UTF8') FROM (%s) joined (json)";

    /**
     * A second bean would make Spring Boot leave out its own, so its own is replaced once it is made: whoever wants the sessions
     * injects {@link org.springframework.session.FindByIndexNameSessionRepository}. It still sweeps and ends itself.
     */
    @Bean
    static BeanPostProcessor thriftySessions(
            ObjectProvider<JdbcTemplate> jdbc, ObjectProvider<JoinedSessionAttribute> joined) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored
                        ? new ThriftySessions<>(
                                stored,
                                forReading(
                                        jdbc.getObject(), joined.orderedStream().toList()))
                        : bean;
            }
        };
    }

    /** One statement reads a session, and needs no transaction around it; what writes keeps its own. */
    private static JdbcIndexedSessionRepository forReading(JdbcTemplate jdbc, List<JoinedSessionAttribute> joined) {
        JdbcIndexedSessionRepository reading =
                new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        reading.setGetSessionQuery(READ.formatted(joined.stream()
                .map(attribute -> JOINED.formatted(attribute.name(), attribute.query()))
                .collect(Collectors.joining())));
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new KnownSignIns());
        reading.setConversionService(conversion);
        return reading;
    }

    /**
     * Who is signed in, worked out once from the same bytes: they are read with each request and change with a sign-in only. What
     * is joined is JSON, which no object that Java writes begins like.
     */
    private static final class KnownSignIns implements Converter<byte[], Object> {

        private final DeserializingConverter reading =
                new DeserializingConverter(SessionConfiguration.class.getClassLoader());
        private final Cache<ByteBuffer, Authentication> known =
                Caffeine.newBuilder().maximumSize(1_000).build();

        @Override
        public Object convert(byte[] bytes) {
            if (bytes.length > 0 && bytes[0] == '{') {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            ByteBuffer key = ByteBuffer.wrap(bytes);
            Authentication authentication = known.getIfPresent(key);
            if (authentication != null) {
                return new SecurityContextImpl(authentication);
            }
            Object value = reading.convert(bytes);
            if (value instanceof SecurityContext context && context.getAuthentication() != null) {
                known.put(key, context.getAuthentication());
            }
            return value;
        }
    }

    @Bean
    FilterRegistrationBean<ThriftySessions.PerRequest> sessionsOfOneRequest() {
        FilterRegistrationBean<ThriftySessions.PerRequest> filter =
                new FilterRegistrationBean<>(new ThriftySessions.PerRequest());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }
}
