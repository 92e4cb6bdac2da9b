package org.maintenancefund.importing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The kinds of import that there are. */
@Component
class ImportDefinitions {

    private final Map<String, ImportDefinition<?>> byKind;

    ImportDefinitions(List<ImportDefinition<?>> all) {
        byKind = all.stream().collect(Collectors.toUnmodifiableMap(ImportDefinition::kind, Function.identity()));
    }

    ImportDefinition<?> of(ImportView run) {
        return of(run.kind());
    }

    ImportDefinition<?> of(String kind) {
        ImportDefinition<?> definition = byKind.get(kind);
        if (definition == null) {
            throw new NotFound("imports of the kind " + kind);
        }
        return definition;
    }
}
