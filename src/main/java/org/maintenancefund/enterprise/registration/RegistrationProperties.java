package org.maintenancefund.enterprise.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of 物管企业注册 ({@code app.enterprise.*}).
 *
 * @param maxOperators  拟定经办人员 on one application
 * @param normOperators fewer than this is a warning
 */
@ConfigurationProperties("app.enterprise")
record RegistrationProperties(
        @DefaultValue("10") int maxOperators,
        @DefaultValue("2") int normOperators) {}
