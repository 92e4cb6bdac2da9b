package org.maintenancefund.application;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/** The tabs of a queue. 不予受理 and 已失效 stand under 全部. */
public enum QueueTab {
    PENDING("pending", ReviewStatus.PENDING),
    RETURNED("returned", ReviewStatus.RETURNED),
    APPROVED("approved", ReviewStatus.APPROVED),
    WITHDRAWN("withdrawn", ReviewStatus.WITHDRAWN),
    ALL("all", null);

    private final String word;
    private final @Nullable ReviewStatus status;

    QueueTab(String word, @Nullable ReviewStatus status) {
        this.word = word;
        this.status = status;
    }

    /** As it stands in the address. */
    public String word() {
        return word;
    }

    public Optional<ReviewStatus> status() {
        return Optional.ofNullable(status);
    }

    public String label() {
        return status == null ? Messages.of("application.tab.all") : status.label();
    }

    /** Reads the address; anything else is 待审核. */
    public static QueueTab of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(tab -> tab.word.equals(word))
                .findFirst()
                .orElse(PENDING);
    }
}
