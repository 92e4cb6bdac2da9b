package org.maintenancefund.attachment.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes unused attachments in the small hours. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class UnusedAttachmentsJob {

    private final UnusedAttachments attachments;

    UnusedAttachmentsJob(UnusedAttachments attachments) {
        this.attachments = attachments;
    }

    @Scheduled(cron = "${app.attachment.cleanup-cron:0 20 3 * * *}", zone = "Asia/Shanghai")
    void run() {
        attachments.remove();
    }
}
