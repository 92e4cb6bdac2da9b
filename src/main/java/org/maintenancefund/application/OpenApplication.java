package org.maintenancefund.application;

import java.util.UUID;

/** An application under way (待审核 or 已退回) as those see it who look after its subject; nothing about the applicant. */
public record OpenApplication(
        ApplicationNumber number, ApplicationKind kind, ReviewStatus status, UUID subject, String title) {}
