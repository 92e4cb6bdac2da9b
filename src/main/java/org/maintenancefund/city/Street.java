package org.maintenancefund.city;

/**
 * A street (街道), the part of a district below it.
 *
 * @param id   identifier
 * @param name 望湖街道
 */
public record Street(StreetId id, String name) {}
