package org.maintenancefund.enterprise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.web.ListFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filter {@code company} of a list: one company, as figures lead to its rows. Its name is looked up by the identifier, since
 * nobody chooses among all of them there.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class CompanyFilter {

    private static final String NAME = "company";

    private final JdbcClient jdbc;

    private record Named(UUID id, String name) {}

    /** The one that the address names; where there is none such, the filter can't be read and the list shows no rows. */
    public Optional<UUID> read(ListFilter filter, Map<String, List<String>> address) {
        List<Named> named = Ids.read(String.join(",", address.getOrDefault(NAME, List.of())))
                .map(this::named)
                .orElse(List.of());
        return filter.one(NAME, named, Named::id, Named::name).map(Named::id);
    }

    private List<Named> named(UUID id) {
        return jdbc
                .sql("SELECT name FROM organisation WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .map(name -> new Named(id, name))
                .toList();
    }
}
