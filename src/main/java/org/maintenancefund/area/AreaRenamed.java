package org.maintenancefund.area;

/**
 * An area is called otherwise now, or what belonged to it belongs to another one. Published in the transaction of the change:
 * who tells something by the area's name takes it over there and then.
 */
public record AreaRenamed(AreaId area) {}
