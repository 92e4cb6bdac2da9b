package org.maintenancefund.association.domain;

import java.util.List;
import org.maintenancefund.kernel.Labelled;

/** The paper documents that applications about associations come with. */
public enum PaperKind implements Labelled {
    SERVICE_CONTRACT,
    /** What ends the contract: the agreement of both, or the notice of one of them. */
    TERMINATION,
    RESOLUTION,
    OTHER;

    /** Asked for where an association is applied for, in the order of the form. */
    public static final List<PaperKind> OF_ASSOCIATION = List.of(SERVICE_CONTRACT, RESOLUTION, OTHER);

    /** Asked for where its end is applied for, in the order of the form. */
    public static final List<PaperKind> OF_TERMINATION = List.of(TERMINATION, RESOLUTION, OTHER);
}
