package org.maintenancefund.web.layout;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * Sorts paths such as {@code operators[1].mobile} as the fields are declared in the form's class, which is the order of the
 * inputs on the page.
 */
@RequiredArgsConstructor
final class FieldOrder implements Comparator<String> {

    private final Class<?> form;

    @Override
    public int compare(String left, String right) {
        List<Integer> one = positions(left);
        List<Integer> other = positions(right);
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private List<Integer> positions(String path) {
        List<Integer> positions = new ArrayList<>();
        ResolvableType type = ResolvableType.forClass(form);
        for (String step : path.split("\\.")) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            positions.add(declaredPosition(type.toClass(), name));
            type = typeOf(type, name);
            if (bracket >= 0) {
                positions.add(index(step, bracket));
                type = type.isArray()
                        ? type.getComponentType()
                        : type.asCollection().getGeneric(0);
            }
        }
        return positions;
    }

    private static int declaredPosition(Class<?> type, String name) {
        int position = 0;
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            if (field.getName().equals(name)) {
                return position;
            }
            position++;
        }
        return Integer.MAX_VALUE;
    }

    private static ResolvableType typeOf(ResolvableType owner, String name) {
        @Nullable Field field = ReflectionUtils.findField(owner.toClass(), name);
        return field == null ? ResolvableType.NONE : ResolvableType.forField(field, owner);
    }

    private static int index(String step, int bracket) {
        int end = step.indexOf(']', bracket);
        try {
            return Integer.parseInt(step.substring(bracket + 1, end < 0 ? step.length() : end));
        } catch (NumberFormatException mapKey) {
            return Integer.MAX_VALUE;
        }
    }
}
