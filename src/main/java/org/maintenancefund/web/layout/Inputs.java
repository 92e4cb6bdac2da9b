package org.maintenancefund.web.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.FieldNames;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.RevisedForm;
import org.springframework.stereotype.Component;

/** What the input fragments work out, as {@code inputs} in templates. */
@Component
class Inputs {

    /** The id of the input of a field, the same that Thymeleaf makes: {@code operators[0].name} → operators0.name. */
    public static String id(String field) {
        return field.replace("[", "").replace("]", "");
    }

    /** An error beside its field, whose label stands above it; null where the page has none. */
    public String said(@Nullable String label, String sentence) {
        return FieldNames.said(label, sentence);
    }

    /** The ids of what describes an input, or null where nothing does. */
    public @Nullable String describedBy(String id, @Nullable String hint, boolean failed) {
        return describedBy(id, hint, failed, false);
    }

    /** The same of an input of a form that is revised; marked: somebody said what is wrong with it. */
    public @Nullable String describedBy(String id, @Nullable String hint, boolean failed, boolean marked) {
        List<String> ids = new ArrayList<>();
        if (hint != null) {
            ids.add(id + "-hint");
        }
        if (marked) {
            ids.add(id + "-mark");
        }
        if (failed) {
            ids.add(id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public boolean isClosed(@Nullable RevisedForm revision, String field) {
        return revision != null && revision.isClosed(field);
    }

    public boolean isMarked(@Nullable RevisedForm revision, String field) {
        return revision != null && !revision.reasonsAt(field).isEmpty();
    }

    /** The texts that a field holds; none where nothing is filled in. */
    public List<String> values(@Nullable Object value) {
        Collection<?> values = value instanceof Collection<?> several ? several : Collections.singletonList(value);
        return values.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** What the field's choices are called. */
    public List<String> labels(List<Option> options, @Nullable Object value) {
        List<String> chosen = values(value);
        return options.stream()
                .filter(option -> chosen.contains(option.value()))
                .map(Option::label)
                .toList();
    }
}
