package org.maintenancefund.fundaccount.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/**
 * Which areas' money comes to lie in an account, as ticked, and from which month on.
 *
 * @param areas those that are ticked
 */
@Labels("fundaccount.field.")
record AreaAccountForm(
        @Nullable List<String> areas,

        @Typed(TypedMonth.class) String from) {

    AreaAccountForm(@Nullable List<String> areas, @Nullable String from) {
        this.areas = areas;
        this.from = Objects.requireNonNullElse(from, "");
    }

    List<AreaId> ticked() {
        return Objects.requireNonNullElse(areas, List.<String>of()).stream()
                .map(Ids::read)
                .flatMap(Optional<UUID>::stream)
                .map(AreaId::new)
                .toList();
    }
}
