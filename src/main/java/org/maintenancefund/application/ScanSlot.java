package org.maintenancefund.application;

/**
 * What scans a form asks for.
 *
 * @param field the input's name
 * @param label what they are scans of, as pages and rounds call it
 */
public record ScanSlot(String field, String label) {}
