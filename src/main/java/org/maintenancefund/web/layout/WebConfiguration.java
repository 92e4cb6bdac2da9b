package org.maintenancefund.web.layout;

import org.maintenancefund.kernel.Messages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds what all pages share to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ErrorSummary errorSummary;

    WebConfiguration(ErrorSummary errorSummary) {
        this.errorSummary = errorSummary;
    }

    @Bean
    static MessageSource messageSource() {
        return Messages.source();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(errorSummary);
    }
}
