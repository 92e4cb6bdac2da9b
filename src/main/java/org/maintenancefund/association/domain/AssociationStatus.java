package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.association.domain.AreaManagement.Managed;
import org.maintenancefund.association.domain.AreaManagement.Managers;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For a committee: who manages its community, until when, or what comes next. */
@Component
@Order(50)
@RequiredArgsConstructor
class AssociationStatus implements StatusSource {

    private static final String KEY = "association.status";
    private static final String PAGE = "/associations";

    private final AreaManagement areas;
    private final Clock clock;

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        return user.is(Role.COMMITTEE_OPERATOR)
                ? areas.of(user.organisation().id()).map(this::line).stream().toList()
                : List.of();
    }

    private StatusLine line(Managers standing) {
        LocalDate today = LocalDate.now(clock);
        Optional<Managed> runs = standing.managed().stream()
                .filter(managed -> managed.runsOn(today))
                .findFirst();
        if (runs.isPresent()) {
            Managed managed = runs.get();
            LocalDate end = managed.effective().end();
            boolean followed = standing.managed().stream().anyMatch(managed::isFollowedBy);
            if (followed || end.isAfter(ReminderDay.lastEnd(today))) {
                return line(Messages.of(KEY + ".runs", managed.manager(), end), "ok", "runs");
            }
            String key = managed.endsEarly() ? KEY + ".ends-early" : KEY + ".ends";
            return line(Messages.of(key, managed.manager(), end), "waiting", "ends");
        }
        if (!standing.managed().isEmpty()) {
            Managed next = standing.managed().get(0);
            String text = Messages.of(
                    KEY + ".coming", next.manager(), next.effective().start());
            return line(text, "waiting", "coming");
        }
        return standing.applied()
                ? line(Messages.of(KEY + ".pending"), "waiting", "pending")
                : line(Messages.of(KEY + ".none"), "bad", "none");
    }

    private static StatusLine line(String text, String tag, String state) {
        return StatusLine.of(KEY, text, tag, state, PAGE);
    }
}
