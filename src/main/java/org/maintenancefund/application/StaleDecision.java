package org.maintenancefund.application;

import java.util.Optional;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.StaleVersion;

/** Someone decided, or the applicant acted, since the reviewer opened the page. Nothing was changed. */
public class StaleDecision extends StaleVersion {

    private static final long serialVersionUID = 1L;

    @Getter
    private final transient ApplicationNumber number;

    private final transient @Nullable TimelineEntry last;

    public StaleDecision(ApplicationNumber number, @Nullable TimelineEntry last) {
        super(number);
        this.number = number;
        this.last = last;
    }

    /** What happened meanwhile: who, what, when. */
    public Optional<TimelineEntry> last() {
        return Optional.ofNullable(last);
    }
}
