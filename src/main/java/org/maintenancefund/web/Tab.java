package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;

/**
 * One tab over a list.
 *
 * @param href    address of the list with this tab chosen
 * @param count   number of entries as text (see {@code CappedCount}), or null for none
 * @param current true for the one chosen
 */
public record Tab(String label, String href, @Nullable String count, boolean current) {}
