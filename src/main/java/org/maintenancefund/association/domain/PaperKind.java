package org.maintenancefund.association.domain;

import org.maintenancefund.kernel.Labelled;

/** The paper documents that an application for an association comes with. */
public enum PaperKind implements Labelled {
    SERVICE_CONTRACT,
    RESOLUTION,
    OTHER
}
