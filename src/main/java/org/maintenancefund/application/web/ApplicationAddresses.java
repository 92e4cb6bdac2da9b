package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Revisions;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.Receipts;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;
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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts the pages that are the same for all kinds of application at the addresses of each kind, and tells their handlers by an
 * argument which kind an address is about: an {@link ApplicationKind}, or a {@link WizardStep} with the draft that is asked for.
 */
@Component
@RequiredArgsConstructor
class ApplicationAddresses implements WebMvcConfigurer, HandlerMethodArgumentResolver, SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final Map<String, ApplicationKind> kinds = new HashMap<>();

    @Override
    public void afterSingletonsInstantiated() {
        RequestMappingHandlerMapping mapping =
                beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Collection<Object> controllers =
                beans.getBeansWithAnnotation(PerKind.class).values();
        beans.getBean(ApplicationDefinitions.class)
                .all()
                .forEach(definition -> controllers.forEach(it -> register(definition.kind(), it, mapping)));
    }

    private void register(ApplicationKind kind, Object controller, RequestMappingHandlerMapping mapping) {
        MethodIntrospector.selectMethods(controller.getClass(), (MethodIntrospector.MetadataLookup<RequestMapping>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .forEach((method, request) -> {
                    PerKind place = Objects.requireNonNullElseGet(
                            method.getAnnotation(PerKind.class),
                            () -> controller.getClass().getAnnotation(PerKind.class));
                    for (String address : place.value().of(kind)) {
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
        return parameter.getParameterType() == ApplicationKind.class
                || parameter.getParameterType() == WizardStep.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        String pattern = String.valueOf(
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        ApplicationKind kind = kinds.get(pattern);
        if (kind == null) {
            throw new IllegalStateException("no kind of application at " + pattern);
        }
        return parameter.getParameterType() == ApplicationKind.class
                ? kind
                : step(beans.getBean(ApplicationDefinitions.class).of(kind), pattern, request);
    }

    private <F, D> WizardStep<F, D> step(
            ApplicationDefinition<F, D> definition, String pattern, NativeWebRequest request) {
        ApplicationKind kind = definition.kind();
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        CurrentUser user = signedIn != null && signedIn.getPrincipal() instanceof CurrentUser someone ? someone : null;
        @SuppressWarnings("unchecked")
        Map<String, String> variables = (Map<String, String>) Objects.requireNonNullElse(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST),
                Map.of());
        Applicant applicant = new Applicant(owner(kind, user, request), kind.byReceipt() ? null : user, variables);
        String key = request.getParameter("draft");
        Optional<Draft<F>> draft = beans.getBean(Drafts.class).find(applicant.owner(), key, definition);
        draft.ifPresent(found -> definition.require(found.form(), applicant));
        int place = Math.max(
                kind.formAddresses().indexOf(pattern), kind.checkAddresses().indexOf(pattern));
        return new WizardStep<>(
                definition,
                applicant,
                key,
                draft,
                draft.flatMap(found -> beans.getBean(Revisions.class).of(found)),
                draft.isPresent()
                        ? Optional.empty()
                        : beans.getBean(Receipts.class).submission(applicant.owner(), key),
                expand(kind.formAddresses().get(place), variables),
                expand(kind.checkAddresses().get(place), variables),
                beans.getBean("mvcValidator", Validator.class));
    }

    /**
     * Who looks gets no cookie for that; what is sent belongs to somebody, what a stranger types to the browser, also where
     * somebody is signed in.
     */
    private DraftOwner owner(ApplicationKind kind, @Nullable CurrentUser user, NativeWebRequest request) {
        DraftOwners owners = beans.getBean(DraftOwners.class);
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (HttpMethod.POST.matches(asked.getMethod())) {
            return user == null || kind.byReceipt()
                    ? owners.browser(
                            asked, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)))
                    : DraftOwner.of(user);
        }
        return owners.find(asked, kind.byReceipt() ? null : user).orElse(DraftOwner.NOBODY);
    }

    private static String expand(String pattern, Map<String, String> variables) {
        return UriComponentsBuilder.fromPath(pattern).buildAndExpand(variables).toUriString();
    }
}
