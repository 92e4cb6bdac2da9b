package org.maintenancefund.billing.run.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.run.BatchAction;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.web.Labels;

/**
 * What is to be done with several areas, as ticked.
 *
 * @param action the button
 * @param areas  those that are ticked
 * @param all    all where the person collects, whatever is ticked
 */
@Labels("billing.batch.field.")
record BatchForm(
        @Nullable String action,
        @Nullable List<String> areas,
        @Nullable String all) {

    /** The button that was pressed; empty where the page was tampered with. */
    Optional<BatchAction> wanted() {
        return List.of(BatchAction.values()).stream()
                .filter(one -> one.name().equals(action))
                .findFirst();
    }

    boolean isAll() {
        return "true".equals(all);
    }

    List<AreaId> ticked() {
        return Objects.requireNonNullElse(areas, List.<String>of()).stream()
                .map(Ids::read)
                .flatMap(Optional<UUID>::stream)
                .map(AreaId::new)
                .toList();
    }
}
