package org.maintenancefund.committee;

import java.time.Period;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.springframework.stereotype.Component;

/** Limits of committees as the administrator has set them. */
@Component
@RequiredArgsConstructor
public class CommitteeLimits {

    private final Settings settings;

    /** A term is not longer than this. */
    public Period longestTerm() {
        return settings.period(Setting.COMMITTEE_LONGEST_TERM);
    }

    /** 拟定经办人员 on one application. */
    public int maxOperators() {
        return settings.number(Setting.COMMITTEE_MAX_OPERATORS);
    }
}
