package org.maintenancefund.collection;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.collection.RandomCity.Community;
import org.maintenancefund.committee.dissolution.ADissolution;
import org.maintenancefund.test.World;

/** The two communities of a {@link RandomCity} become one, two again, and one for good. */
final class RandomMerge {

    private final RandomCity city;
    private final World world;
    private final AreaMerging merging;
    private final Community kept;
    private final Community gone;
    private UUID merge;

    RandomMerge(RandomCity city, World world) {
        this.city = city;
        this.world = world;
        merging = city.get(AreaMerging.class);
        kept = city.communities().get(0);
        gone = city.communities().get(1);
    }

    /** The second community's committee ends, and with it the mandate: what is done is done in the first one from here on. */
    boolean end() {
        city.get(ADissolution.class).approved(gone.committee, world.clerk());
        city.communities().remove(gone);
        return true;
    }

    boolean merge() {
        merge = merging.merge(new MergeOrder(kept.id, List.of(gone.id), "随机苑", "同一小区"), world.municipal());
        kept.flats.addAll(gone.flats);
        return true;
    }

    boolean undo() {
        merging.undo(merge, world.municipal());
        kept.flats.removeAll(gone.flats);
        return true;
    }
}
