package org.maintenancefund.office;

import java.util.Optional;
import org.maintenancefund.kernel.Reason;

/** Something that may refer to an office, so that it can't be deleted. Implemented by the modules above this one. */
public interface OfficeReference {

    /**
     * Why the office can't be deleted. Asked while the office's rows are locked: what refers to an office locks one of them
     * first, so that either the reference or the deletion comes too late.
     */
    Optional<Reason> whyKept(OfficeId office);
}
