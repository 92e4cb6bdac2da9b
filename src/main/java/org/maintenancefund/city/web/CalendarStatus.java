package org.maintenancefund.city.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the holidays of this year are known, and the next year's as soon as they ought to be, for the administrator. */
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
        String href = Page.SETTINGS.path();
        if (!workingDays.isListed(year)) {
            return List.of(StatusLine.of(KEY, text, "bad", "missing", href));
        }
        return List.of(
                workingDays.expectedYears().stream().allMatch(workingDays::isListed)
                        ? StatusLine.of(KEY, text, "ok", "listed", href)
                        : StatusLine.of(KEY, text, "waiting", "next-missing", href));
    }

    private String words(int year) {
        String known = workingDays.isPutIn(year) ? ".listed" : ".default";
        String unknown = workingDays.expectedYears().contains(year) ? ".missing" : ".not-yet";
        return Messages.of(KEY + (workingDays.isListed(year) ? known : unknown), year);
    }
}
