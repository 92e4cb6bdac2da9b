package org.maintenancefund.audit.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.AuditEvent.Change;
import org.maintenancefund.kernel.MobileNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changed fields as the trail keeps them: {@code {"field": {"before": …, "after": …}}}. Mobile numbers are masked,
 * wherever in a text they stand; very long texts are cut.
 */
public final class ChangesJson {

    /** Longer values are cut: the trail tells what was changed, it is no copy of the record. */
    private static final int MAX_TEXT = 2000;

    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9])(1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})(?![0-9])");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChangesJson() {}

    public static String write(List<Change> changes) {
        Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();
        for (Change change : changes) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("before", plain(change.before()));
            values.put("after", plain(change.after()));
            fields.put(change.field(), values);
        }
        return JSON.writeValueAsString(fields);
    }

    static List<Change> read(String json) {
        Map<String, Map<String, Object>> fields = JSON.readValue(json, new TypeReference<>() {});
        return fields.entrySet().stream()
                .map(field -> new Change(
                        field.getKey(),
                        field.getValue().get("before"),
                        field.getValue().get("after")))
                .toList();
    }

    /** A text without full mobile numbers and characters that PostgreSQL can't keep, of at most {@code max} characters. */
    public static @Nullable String text(@Nullable String text, int max) {
        if (text == null) {
            return null;
        }
        String masked = MOBILE.matcher(text.replace('\u0000', '\ufffd')).replaceAll("$1****$2");
        int length = masked.codePointCount(0, masked.length());
        return length <= max ? masked : masked.substring(0, masked.offsetByCodePoints(0, max - 1)) + "…";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof MobileNumber mobile) {
            return mobile.masked();
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(ChangesJson::plain).toList();
        }
        return text(value.toString(), MAX_TEXT);
    }
}
