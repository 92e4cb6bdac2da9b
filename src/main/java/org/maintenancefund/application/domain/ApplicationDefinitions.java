package org.maintenancefund.application.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** How each kind of application is filled in, by kind. Looked up late, for definitions use the services of this module. */
@Component
public class ApplicationDefinitions {

    private final SingletonSupplier<Map<ApplicationKind, ApplicationDefinition<?, ?>>> definitions;

    ApplicationDefinitions(ObjectProvider<ApplicationDefinition<?, ?>> found) {
        this.definitions = SingletonSupplier.of(() -> byKind(found.stream().toList()));
    }

    /** The definition of that kind; {@link NotFound} where the kind is not in use. */
    public ApplicationDefinition<?, ?> of(ApplicationKind kind) {
        ApplicationDefinition<?, ?> definition = definitions.obtain().get(kind);
        if (definition == null) {
            throw new NotFound("application kind " + kind);
        }
        return definition;
    }

    public Collection<ApplicationDefinition<?, ?>> all() {
        return definitions.obtain().values();
    }

    private static Map<ApplicationKind, ApplicationDefinition<?, ?>> byKind(List<ApplicationDefinition<?, ?>> beans) {
        Map<ApplicationKind, ApplicationDefinition<?, ?>> byKind = new EnumMap<>(ApplicationKind.class);
        for (ApplicationDefinition<?, ?> definition : beans) {
            if (byKind.put(definition.kind(), definition) != null) {
                throw new IllegalStateException("two definitions for " + definition.kind());
            }
        }
        return byKind;
    }
}
