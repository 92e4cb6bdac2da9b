package org.maintenancefund.application;

import java.time.Instant;
import org.maintenancefund.access.CurrentUser;

/**
 * An application at the moment of its approval.
 *
 * @param number     its number
 * @param approvedAt when
 * @param approvedBy who
 */
public record ApprovedApplication(ApplicationNumber number, Instant approvedAt, CurrentUser approvedBy) {}
