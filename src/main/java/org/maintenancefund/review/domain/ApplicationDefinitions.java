package org.maintenancefund.review.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.review.ApplicationDefinition;
import org.maintenancefund.review.ApplicationKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How each kind of application is filled in, by kind. Looked up late, for definitions use the services of this module. */
@Component
public class ApplicationDefinitions {

    private final ObjectProvider<ApplicationDefinition<?, ?>> found;

    ApplicationDefinitions(ObjectProvider<ApplicationDefinition<?, ?>> found) {
        this.found = found;
    }

    /** The definition of that kind; {@link NotFound} where the kind is not in use. */
    public ApplicationDefinition<?, ?> of(ApplicationKind kind) {
        ApplicationDefinition<?, ?> definition = byKind().get(kind);
        if (definition == null) {
            throw new NotFound("application kind " + kind);
        }
        return definition;
    }

    public Collection<ApplicationDefinition<?, ?>> all() {
        return byKind().values();
    }

    private Map<ApplicationKind, ApplicationDefinition<?, ?>> byKind() {
        Map<ApplicationKind, ApplicationDefinition<?, ?>> definitions = new EnumMap<>(ApplicationKind.class);
        List<ApplicationDefinition<?, ?>> beans = found.stream().toList();
        for (ApplicationDefinition<?, ?> definition : beans) {
            if (definitions.put(definition.kind(), definition) != null) {
                throw new IllegalStateException("two definitions for " + definition.kind());
            }
        }
        return definitions;
    }
}
