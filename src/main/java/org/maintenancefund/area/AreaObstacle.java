package org.maintenancefund.area;

import java.util.List;
import org.maintenancefund.kernel.LandlineNumber;

/**
 * Why an area can't be chosen, and what to do instead.
 *
 * @param because a short sentence: 已有业委会，不能重复注册
 * @param advice  what to do
 * @param ways    where it is done
 * @param centre  who helps
 */
public record AreaObstacle(String because, String advice, List<Way> ways, String centre, LandlineNumber phone) {

    /** A link to a page of this system. */
    public record Way(String label, String href) {}
}
