package org.maintenancefund.application;

import java.time.Instant;

/** An application in the list of the organisation that applied. */
public record OwnApplication(
        ApplicationNumber number, String title, String tag, ReviewStatus status, Instant submittedAt) {}
