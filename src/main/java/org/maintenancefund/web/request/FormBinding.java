package org.maintenancefund.web.request;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;

/**
 * Binds to every form its own fields and nothing else: neither what lies within a field ({@code name.x}, {@code name[0]}),
 * nor the markers of Spring's form tags ({@code _name}, {@code !name}), which no page of ours sends, nor headers.
 */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void bindOwnFieldsAlone(WebDataBinder binder, WebRequest request) {
        restrict(binder, request.getParameterNames());
    }

    /** The same for a form that is bound without an argument of a handler. */
    static void restrict(WebDataBinder binder, Iterator<String> names) {
        Class<?> form = formOf(binder);
        if (form == null || !form.getName().startsWith("org.maintenancefund.")) {
            return;
        }
        // Without a field in the request nothing is bound; an empty list of allowed fields alone would mean: all.
        binder.setDeclarativeBinding(true);
        binder.setFieldMarkerPrefix(null);
        binder.setFieldDefaultPrefix(null);
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(header -> false);
        }
        if (!form.isRecord() && binder instanceof ServletRequestDataBinder) {
            binder.setAllowedFields(FormFields.of(form).among(names));
        }
    }

    private static @Nullable Class<?> formOf(WebDataBinder binder) {
        if (binder.getTarget() != null) {
            return binder.getTarget().getClass();
        }
        ResolvableType type = binder.getTargetType();
        return type == null ? null : type.toClass();
    }
}
