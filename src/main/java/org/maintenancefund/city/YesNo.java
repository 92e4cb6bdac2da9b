package org.maintenancefund.city;

import org.maintenancefund.kernel.Labelled;

/** The answers of a {@link Setting} that is a question. */
public enum YesNo implements Labelled {
    YES,
    NO
}
