package org.maintenancefund.audit.domain;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** Turns the trail's codes into words; a code without words is shown as it is, so that nothing is ever hidden. */
@Component
public class AuditLabels {

    public String action(String code) {
        return word("audit.action." + code, code);
    }

    /** Whether there is such an action. */
    public boolean hasAction(String code) {
        return !action(code).equals(code);
    }

    public String field(String name) {
        return word("audit.field." + name, name);
    }

    public String role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role.label();
            }
        }
        return name;
    }

    /** 业委会：和谐花园业委会; empty where the action had no object. */
    public String object(@Nullable String type, @Nullable String id, @Nullable String name) {
        if (type == null) {
            return "";
        }
        String which = name != null ? name : id == null ? "" : id;
        return word("audit.object." + type, type) + (which.isEmpty() ? "" : "：" + which);
    }

    /** A value of a changed field. */
    public String value(@Nullable Object value) {
        if (value == null || "".equals(value)) {
            return "—";
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::value).collect(Collectors.joining("、"));
        }
        return word("audit.value." + value, value.toString());
    }

    private String word(String key, String otherwise) {
        String word = Messages.find(key);
        return word == null ? otherwise : word;
    }
}
