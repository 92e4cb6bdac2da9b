package org.maintenancefund.city;

/** A street (街道), the part of a district below it. */
public record Street(StreetId id, String name) {}
