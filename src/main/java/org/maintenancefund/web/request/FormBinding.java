package org.maintenancefund.web.request;

import java.beans.PropertyEditorSupport;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;

/**
 * Binds to every form its own fields and nothing else: neither what lies within a field ({@code name.x}, {@code name[0]}),
 * nor the markers of Spring's form tags ({@code _name}, {@code !name}), which no page of ours sends, nor headers.
 */
@ControllerAdvice
class FormBinding {

    private static final String OURS = "org.maintenancefund.";
    private static final Pattern ROW = Pattern.compile("([^\\[\\].]+)\\[(\\d{1,9})].*");

    @InitBinder
    void bindOwnFieldsAlone(WebDataBinder binder, WebRequest request) {
        restrict(binder, request.getParameterNames());
    }

    /** The same for a form that is bound without an argument of a handler. */
    static void restrict(WebDataBinder binder, Iterator<String> names) {
        Class<?> form = formOf(binder);
        if (form == null || !form.getName().startsWith(OURS)) {
            return;
        }
        // A record is made by its constructor, and nothing is bound by setters: no field is allowed.
        binder.setDeclarativeBinding(true);
        binder.setFieldMarkerPrefix(null);
        binder.setFieldDefaultPrefix(null);
        binder.registerCustomEditor(String.class, new Replacing(value -> value instanceof MultipartFile ? "" : value));
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(header -> false);
        }
        if (form.isRecord()) {
            refuseRowsBeyond(binder.getAutoGrowCollectionLimit(), form, names);
            if (hasTable(form)) {
                binder.registerCustomEditor(
                        List.class, new Replacing(value -> value instanceof List ? value : List.of()));
            }
        }
    }

    /** Spring fails on so high a row of a record. */
    private static void refuseRowsBeyond(int most, Class<?> form, Iterator<String> names) {
        Set<String> lists = Arrays.stream(form.getRecordComponents())
                .filter(part -> Collection.class.isAssignableFrom(part.getType())
                        || part.getType().isArray())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        names.forEachRemaining(name -> {
            Matcher row = ROW.matcher(name);
            if (row.matches() && lists.contains(row.group(1)) && Integer.parseInt(row.group(2)) >= most) {
                throw new InvalidPropertyException(form, name, "no page has so many rows");
            }
        });
    }

    private static boolean hasTable(Class<?> form) {
        return Arrays.stream(form.getRecordComponents())
                .map(part -> ResolvableType.forType(part.getGenericType()).asCollection())
                .map(collection -> collection.getGeneric().toClass())
                .anyMatch(row -> row.getName().startsWith(OURS) && !row.isEnum());
    }

    /** What can't be in a field is taken for nothing: a file in the place of a text, a text in the place of a table. */
    private static final class Replacing extends PropertyEditorSupport {

        private final UnaryOperator<Object> replacement;

        Replacing(UnaryOperator<Object> replacement) {
            this.replacement = replacement;
        }

        @Override
        public void setAsText(String text) {
            setValue(text);
        }

        @Override
        public void setValue(@Nullable Object value) {
            super.setValue(value == null ? null : replacement.apply(value));
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
