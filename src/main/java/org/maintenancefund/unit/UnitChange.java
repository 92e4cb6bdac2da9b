package org.maintenancefund.unit;

import java.time.YearMonth;

/**
 * Other facts of a unit from a month on.
 *
 * @param from     where a version begins in that month already, it is put right
 * @param reason   why
 * @param document 依据
 */
public record UnitChange(YearMonth from, UnitFacts facts, String reason, String document) {}
