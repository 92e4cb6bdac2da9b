package org.maintenancefund.application.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationType;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The kinds of application that features brought, by kind. */
@Component
public class ApplicationTypes {

    private final Map<ApplicationKind, ApplicationType<?>> types = new EnumMap<>(ApplicationKind.class);

    ApplicationTypes(List<ApplicationType<?>> found) {
        for (ApplicationType<?> type : found) {
            if (types.put(type.kind(), type) != null) {
                throw new IllegalStateException("two application types for " + type.kind());
            }
        }
    }

    /** The type of that kind; {@link NotFound} where the kind is not in use. */
    public ApplicationType<?> of(ApplicationKind kind) {
        ApplicationType<?> type = types.get(kind);
        if (type == null) {
            throw new NotFound("application kind " + kind);
        }
        return type;
    }
}
