package org.maintenancefund.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Binds a form whose type is known only at run time, as {@code @ModelAttribute("form")} does it for the others: records by
 * their constructor.
 */
@Component
@RequiredArgsConstructor
public class FormBinder {

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

    /** The form as sent, with what could not be bound. */
    public BindingResult bind(Class<?> formType, HttpServletRequest request) {
        ExtendedServletRequestDataBinder binder = new ExtendedServletRequestDataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(formType));
        WebBindingInitializer initializer = adapter.getObject().getWebBindingInitializer();
        if (initializer != null) {
            initializer.initBinder(binder);
        }
        FormBinding.restrict(binder, request.getParameterMap().keySet().iterator());
        binder.construct(request);
        binder.bind(request);
        return binder.getBindingResult();
    }

    /** What was bound. */
    public static <F> F target(BindingResult bound, Class<F> formType) {
        return formType.cast(Objects.requireNonNull(bound.getTarget()));
    }
}
