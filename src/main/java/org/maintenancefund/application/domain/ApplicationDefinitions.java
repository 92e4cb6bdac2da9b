package org.maintenancefund.application.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds of application that features bring. Looked up late, for definitions use the services of this module. */
@Component
public class ApplicationDefinitions {

    private final SingletonSupplier<Map<String, ApplicationDefinition<?, ?>>> definitions;

    ApplicationDefinitions(ObjectProvider<ApplicationDefinition<?, ?>> found) {
        this.definitions = SingletonSupplier.of(() -> {
            Map<String, ApplicationDefinition<?, ?>> byCode = new LinkedHashMap<>();
            found.orderedStream()
                    .forEach(definition -> byCode.put(definition.kind().code(), definition));
            return byCode;
        });
    }

    public ApplicationDefinition<?, ?> of(ApplicationKind kind) {
        return of(kind.code());
    }

    /** The definition of the kind that the database calls so; {@link NotFound} where the kind is not in use. */
    public ApplicationDefinition<?, ?> of(String code) {
        ApplicationDefinition<?, ?> definition = definitions.obtain().get(code);
        if (definition == null) {
            throw new NotFound("application kind " + code);
        }
        return definition;
    }

    public Collection<ApplicationDefinition<?, ?>> all() {
        return definitions.obtain().values();
    }
}
