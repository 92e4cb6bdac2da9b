package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, script, pictures and webjars, linked with a hash of their content in the address, and sent compressed to who takes
 * that. Browsers keep a file for a
 * year where its address carries the hash of what it holds today, and ask each time where it doesn't. (Spring's own setting
 * knows one duration for both: a file kept for a year under its plain address would stay old after an update.)
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class StaticFiles implements WebMvcConfigurer, HandlerInterceptor {

    private static final String[] FOLDERS = {"css", "js", "img"};
    private static final Pattern HASH_IN_NAME = Pattern.compile("-[0-9a-f]{32}(?=\\.[a-z0-9]+$)");
    private static final String A_YEAR = String.valueOf(
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue());
    private static final String ASK_EACH_TIME =
            String.valueOf(CacheControl.noCache().getHeaderValue());

    private final ObjectProvider<ResourceUrlProvider> addresses;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : FOLDERS) {
            withVersions(registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations(new GzippedBeside("static/" + folder + "/")));
        }
        withVersions(registry.addResourceHandler("/webjars/**")
                .addResourceLocations(new GzippedBeside("META-INF/resources/webjars/")));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    private static void withVersions(ResourceHandlerRegistration files) {
        EncodedResourceResolver compressed = new EncodedResourceResolver();
        compressed.setContentCodings(List.of("gzip"));
        files.setUseLastModified(true)
                .resourceChain(true)
                .addResolver(compressed)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, isOfToday(path(request)) ? A_YEAR : ASK_EACH_TIME);
        }
        return true;
    }

    private boolean isOfToday(String path) {
        Matcher hash = HASH_IN_NAME.matcher(path);
        return hash.find() && path.equals(addresses.getObject().getForLookupPath(hash.replaceFirst("")));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
