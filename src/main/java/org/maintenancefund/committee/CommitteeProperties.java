package org.maintenancefund.committee;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of committees; each stands here and nowhere else.
 *
 * @param longestTerm     a term is not longer than this
 * @param maxOperators    拟定经办人员 on one application
 * @param normOperators   fewer than this is a warning
 */
@ConfigurationProperties("app.committee")
public record CommitteeProperties(
        @DefaultValue("5y") Period longestTerm,
        @DefaultValue("10") int maxOperators,
        @DefaultValue("2") int normOperators) {}
