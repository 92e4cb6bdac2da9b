package org.maintenancefund.web.ratelimit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of several secrets somebody guessed at, by one statement; the single one tells {@link Throttle#tries} more of. */
@Component
@RequiredArgsConstructor
public class GuessedSecrets {

    private final JdbcClient jdbc;

    /** Those at which there were wrong tries that still count, so that there is something to lift. */
    @Transactional(readOnly = true)
    public Set<String> amongst(Purpose purpose, Collection<String> secrets) {
        if (secrets.isEmpty()) {
            return Set.of();
        }
        Set<String> guessed = new HashSet<>(
                jdbc.sql("SELECT subject FROM throttle WHERE purpose = :purpose AND subject IN (:subjects)")
                        .param("purpose", purpose.name())
                        .param("subjects", secrets.stream().map(Sha256::hex).toList())
                        .query(String.class)
                        .list());
        return secrets.stream()
                .filter(secret -> guessed.contains(Sha256.hex(secret)))
                .collect(Collectors.toSet());
    }
}
