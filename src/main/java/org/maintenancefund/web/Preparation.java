package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;

/** Something that is made while pages are served already: all of them show what it says, and none is kept meanwhile. */
public interface Preparation {

    /** What people are told; null once nothing is missing. */
    @Nullable
    Notice notice();
}
