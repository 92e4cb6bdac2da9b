package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.springframework.stereotype.Component;

/** 提交前预审 on the page. It says of a mobile whether anybody uses it, so strangers aren't told of any number of them. */
@Component
@RequiredArgsConstructor
class PreChecks {

    private final Submissions submissions;
    private final RateLimits rateLimits;

    /** What is foreseen; null, which stands in nobody's way, where that network asked too often. */
    <D> @Nullable List<PreCheck> of(Draft<?> draft, D details, HttpServletRequest request) {
        if (draft.kind().byReceipt()) {
            try {
                rateLimits.take("pre-check", request);
            } catch (TooManyRequests enough) {
                return null;
            }
        }
        return submissions.foresee(draft, details);
    }
}
