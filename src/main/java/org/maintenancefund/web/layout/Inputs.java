package org.maintenancefund.web.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.FieldNames;
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
        List<String> ids = new ArrayList<>();
        if (hint != null) {
            ids.add(id + "-hint");
        }
        if (failed) {
            ids.add(id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
