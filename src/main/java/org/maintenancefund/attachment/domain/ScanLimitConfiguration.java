package org.maintenancefund.attachment.domain;

import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.web.ScanLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells forms how large a scan may be. */
@Configuration(proxyBeanMethods = false)
class ScanLimitConfiguration {

    @Bean
    ScanLimit scanLimit(AttachmentProperties limits) {
        return new ScanLimit(limits.maxSize().toBytes());
    }
}
