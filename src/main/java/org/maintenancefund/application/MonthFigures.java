package org.maintenancefund.application;

/**
 * 本月办理 of a district, all kinds together.
 *
 * @param received  submissions and resubmissions
 * @param approved  decided 通过
 * @param returned  decided 退回
 */
public record MonthFigures(long received, long approved, long returned) {}
