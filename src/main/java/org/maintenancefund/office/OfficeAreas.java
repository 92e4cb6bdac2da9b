package org.maintenancefund.office;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.kernel.Reason;

/** The areas that offices manage (所管物业区域), and the offices that stay for them. Implemented by the module of associations. */
public interface OfficeAreas {

    /** The names of the areas that each office manages today; an office without any is left out. */
    Map<OfficeId, List<String>> areaNames(Collection<OfficeId> offices);

    /**
     * Why the office can't be deleted. Asked while the office's rows are locked: what refers to an office locks one of them
     * first, so that either the reference or the deletion comes too late.
     */
    Optional<Reason> whyKept(OfficeId office);
}
