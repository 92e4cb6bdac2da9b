package org.maintenancefund.application;

import java.time.Instant;
import org.maintenancefund.access.CurrentUser;

/** An application at the moment of its approval. */
public record ApprovedApplication(ApplicationNumber number, Instant approvedAt, CurrentUser approvedBy) {}
