package org.maintenancefund.area.domain;

import java.util.List;
import java.util.stream.Stream;
import org.maintenancefund.area.AreaId;

/**
 * What is to be merged.
 *
 * @param kept   the area that goes on, under its code
 * @param merged the areas that go into it
 * @param name   合并后名称
 * @param reason 合并原因
 */
public record MergeOrder(AreaId kept, List<AreaId> merged, String name, String reason) {

    public MergeOrder {
        merged = List.copyOf(merged);
    }

    /** The kept one first. */
    List<AreaId> all() {
        return Stream.concat(Stream.of(kept), merged.stream()).toList();
    }
}
