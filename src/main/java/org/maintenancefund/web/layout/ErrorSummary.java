package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FieldNames;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Collects the errors of a page's form for the summary on top and for 错误： in the title: one line per field, in the order
 * of the inputs.
 */
@Component
public class ErrorSummary implements HandlerInterceptor {

    /** Name of the model attribute with the lines; absent where there is no error. */
    public static final String ATTRIBUTE = "errorSummary";

    /**
     * One line of the summary.
     *
     * @param id      of the input that it leads to, or null where it concerns the whole form
     * @param message what to put right
     */
    public record ErrorLine(@Nullable String id, String message) {}

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (modelAndView != null) {
            addTo(modelAndView);
        }
    }

    /** The same for a page that no handler returns. */
    public void addTo(ModelAndView page) {
        List<ErrorLine> lines = page.getModel().values().stream()
                .filter(BindingResult.class::isInstance)
                .map(BindingResult.class::cast)
                .filter(BindingResult::hasErrors)
                .flatMap(result -> linesOf(result).stream())
                .toList();
        if (!lines.isEmpty()) {
            page.addObject(ATTRIBUTE, lines);
        }
    }

    private List<ErrorLine> linesOf(BindingResult result) {
        List<ErrorLine> lines = new ArrayList<>();
        for (ObjectError error : result.getGlobalErrors()) {
            lines.add(new ErrorLine(null, sentence(error)));
        }
        Map<String, FieldError> firstOfEachField = new LinkedHashMap<>();
        for (FieldError error : result.getFieldErrors()) {
            firstOfEachField.putIfAbsent(error.getField(), error);
        }
        Object form = result.getTarget();
        Class<?> type = form == null ? Object.class : form.getClass();
        Comparator<String> order = form == null ? (one, other) -> 0 : new FieldOrder(type);
        firstOfEachField.values().stream()
                .sorted(Comparator.comparing(FieldError::getField, order))
                .forEach(error -> lines.add(new ErrorLine(
                        Inputs.id(error.getField()),
                        FieldNames.named(
                                FieldNames.label(type, error.getField()).orElse(null), sentence(error)))));
        return lines;
    }

    private String sentence(ObjectError error) {
        return Messages.source().getMessage(error, Locale.SIMPLIFIED_CHINESE);
    }
}
