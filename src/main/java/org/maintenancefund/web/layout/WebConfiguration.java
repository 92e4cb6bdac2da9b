package org.maintenancefund.web.layout;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds what all pages share to Spring MVC. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class WebConfiguration implements WebMvcConfigurer {

    private final ErrorSummary errorSummary;
    private final KeptPages keptPages;
    private final WaitingCounts counts;

    @Bean
    static MessageSource messageSource() {
        return Messages.source();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(keptPages);
        registry.addInterceptor(errorSummary);
        registry.addInterceptor(counts);
    }
}
