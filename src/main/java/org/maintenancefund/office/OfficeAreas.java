package org.maintenancefund.office;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The areas that offices manage (所管物业区域). Implemented by the module of associations. */
public interface OfficeAreas {

    /** The names of the areas that each office manages today; an office without any is left out. */
    Map<OfficeId, List<String>> areaNames(Collection<OfficeId> offices);
}
