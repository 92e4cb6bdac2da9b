package org.maintenancefund.city.domain;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;

/**
 * A district centre as its administrator sees it.
 *
 * @param centre  what everybody sees
 * @param gbCode  its code of GB/T 2260, null for a functional district
 * @param version counts its changes
 */
public record CentreRecord(DistrictCentre centre, @Nullable String gbCode, int version) {}
