package org.maintenancefund.web.ratelimit;

import java.time.Duration;
import lombok.RequiredArgsConstructor;

/** What is guessed at, and how long a {@link Throttle} remembers. */
@RequiredArgsConstructor
public enum Purpose {
    PASSWORD(Duration.ofDays(30)),
    ACTIVATION_CODE(Duration.ofDays(30)),
    RECEIPT_CODE(Duration.ofDays(1)),
    /** 查询码 of a household, by its 户号. */
    LOOK_UP_CODE(Duration.ofDays(1)),
    /** 校验码 of an issued paper, by its number. */
    PAPER_CODE(Duration.ofDays(1)),
    /** Many user names tried from one address: each that failed is a counter. */
    ADDRESS(Duration.ofDays(1));

    final Duration forgottenAfter;
}
