package org.maintenancefund.area;

/**
 * A piece of a text on a page.
 *
 * @param text   the piece, to be escaped like any text
 * @param marked true for the piece that was searched for
 */
public record TextPart(String text, boolean marked) {}
