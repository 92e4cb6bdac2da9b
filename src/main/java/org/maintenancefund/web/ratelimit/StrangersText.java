package org.maintenancefund.web.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Limits the text that people who are not signed in may have us keep: by the character, and a little for each form, since a
 * browser that drops its cookies gets a new draft with each.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class StrangersText implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<Page> KEEPING =
            EnumSet.of(Page.COMMITTEE_REGISTRATION, Page.ENTERPRISE_REGISTRATION, Page.AREA_REPORT);
    private static final long EACH_FORM = 2_000;

    private final RateLimits limits;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("POST".equals(request.getMethod())
                && request.getUserPrincipal() == null
                && Page.at(request).filter(KEEPING::contains).isPresent()) {
            limits.take("draft-text", request, EACH_FORM + characters(request));
        }
        return true;
    }

    private static long characters(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .mapToLong(String::length)
                .sum();
    }
}
