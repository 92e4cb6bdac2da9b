package org.maintenancefund.unit;

import org.maintenancefund.kernel.Reason;

/**
 * Why one of several units can't be registered.
 *
 * @param index its place among them, from 0
 */
public record UnitFault(int index, Reason reason) {}
