package org.maintenancefund.application;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/** The tabs of a queue. 不予受理 and 已失效 stand under 全部. */
@RequiredArgsConstructor
public enum QueueTab {
    PENDING("pending", ReviewStatus.PENDING),
    RETURNED("returned", ReviewStatus.RETURNED),
    APPROVED("approved", ReviewStatus.APPROVED),
    WITHDRAWN("withdrawn", ReviewStatus.WITHDRAWN),
    ALL("all", null);

    /** As it stands in the address. */
    @Getter
    private final String word;

    private final @Nullable ReviewStatus status;

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
