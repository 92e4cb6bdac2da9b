package org.maintenancefund.web;

/**
 * An active filter of a list; following it takes the filter off.
 *
 * @param label 街道：翠屏街道
 * @param href  the list without this filter
 */
public record Chip(String label, String href) {}
