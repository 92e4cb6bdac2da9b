package org.maintenancefund.web.request;

import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;

/**
 * The names that the inputs of a form may have: its properties, and those of the rows of its tables
 * ({@code operators[0].name}).
 *
 * @param names properties
 * @param rows  properties of rows, with their place
 */
record FormFields(List<String> names, List<Pattern> rows) {

    private static final Map<Class<?>, FormFields> KNOWN = new ConcurrentHashMap<>();

    static FormFields of(Class<?> form) {
        return KNOWN.computeIfAbsent(form, FormFields::read);
    }

    /** Its own fields, those of rows only as far as they are among the names that were sent. */
    String[] among(Iterator<String> sent) {
        List<String> own = new ArrayList<>(names);
        sent.forEachRemaining(name -> {
            if (rows.stream().anyMatch(row -> row.matcher(name).matches())) {
                own.add(name);
            }
        });
        return own.toArray(String[]::new);
    }

    private static FormFields read(Class<?> form) {
        List<String> names = new ArrayList<>();
        List<Pattern> rows = new ArrayList<>();
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(form)) {
            if (property.getWriteMethod() == null) {
                continue;
            }
            Class<?> row = rowOf(ResolvableType.forMethodParameter(property.getWriteMethod(), 0));
            if (row == null) {
                names.add(property.getName());
            } else {
                // Nine digits are a number; where it is too high for any page, binding says so.
                read(row)
                        .names
                        .forEach(name -> rows.add(
                                Pattern.compile(Pattern.quote(property.getName()) + "\\[\\d{1,9}]\\." + name)));
            }
        }
        return new FormFields(List.copyOf(names), List.copyOf(rows));
    }

    /** The form of a row where the type is a table's; else null. */
    static @Nullable Class<?> rowOf(ResolvableType type) {
        if (!Collection.class.isAssignableFrom(type.toClass())) {
            return null;
        }
        Class<?> element = type.asCollection().getGeneric().toClass();
        boolean ours = element.getName().startsWith("org.maintenancefund.") && !element.isEnum();
        return ours ? element : null;
    }
}
