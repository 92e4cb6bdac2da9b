package org.maintenancefund.city;

import org.maintenancefund.kernel.DateRange;

/** Days on which nobody works (放假), and what they are called: 春节. */
public record Holiday(DateRange days, String name) {}
