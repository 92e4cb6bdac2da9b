package org.maintenancefund.city.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the holidays of this year and the next are known, for the administrator. */
@Component
@Order(40)
@RequiredArgsConstructor
class CalendarStatus implements StatusSource {

    private static final String KEY = "city.status.calendar";

    private final WorkingDays workingDays;
    private final Clock clock;

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        if (!user.is(Role.SYSTEM_ADMIN)) {
            return List.of();
        }
        int year = LocalDate.now(clock).getYear();
        String text = words(year) + Messages.of(KEY + ".and") + words(year + 1);
        return List.of(
                !workingDays.isListed(year)
                        ? StatusLine.of(KEY, text, "bad", "missing", null)
                        : workingDays.isListed(year + 1)
                                ? StatusLine.of(KEY, text, "ok", "listed", null)
                                : StatusLine.of(KEY, text, "waiting", "next-missing", null));
    }

    private String words(int year) {
        return Messages.of(KEY + (workingDays.isListed(year) ? ".listed" : ".missing"), year);
    }
}
