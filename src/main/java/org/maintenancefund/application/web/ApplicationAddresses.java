package org.maintenancefund.application.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts the pages that are the same for all kinds of application at the addresses of each kind, and tells their handlers by an
 * argument which kind an address is about.
 */
@Component
class ApplicationAddresses implements WebMvcConfigurer, HandlerMethodArgumentResolver, SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final Map<String, ApplicationKind> kinds = new HashMap<>();

    ApplicationAddresses(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        RequestMappingHandlerMapping mapping =
                beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        beans.getBean(ApplicationDefinitions.class)
                .all()
                .forEach(definition -> beans.getBeansWithAnnotation(PerKind.class)
                        .forEach((name, controller) -> register(definition.kind(), name, controller, mapping)));
    }

    private void register(ApplicationKind kind, String name, Object controller, RequestMappingHandlerMapping mapping) {
        PerKind place = beans.findAnnotationOnBean(name, PerKind.class);
        List<String> addresses = place == null ? List.of() : place.value().of(kind);
        MethodIntrospector.selectMethods(controller.getClass(), (MethodIntrospector.MetadataLookup<RequestMapping>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .forEach((method, request) -> {
                    for (String address : addresses) {
                        String pattern = address + (request.path().length == 0 ? "" : request.path()[0]);
                        kinds.put(pattern, kind);
                        mapping.registerMapping(
                                RequestMappingInfo.paths(pattern)
                                        .methods(request.method())
                                        .options(mapping.getBuilderConfiguration())
                                        .build(),
                                controller,
                                method);
                    }
                });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApplicationKind.class;
    }

    @Override
    public ApplicationKind resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object pattern =
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        ApplicationKind kind = kinds.get(String.valueOf(pattern));
        if (kind == null) {
            throw new IllegalStateException("no kind of application at " + pattern);
        }
        return kind;
    }
}
