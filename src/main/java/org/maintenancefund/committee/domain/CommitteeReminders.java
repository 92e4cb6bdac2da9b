package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds a committee and its district 90, 30 and 0 days before a term ends, and a preparatory group every year; a committee sees
 * how its term stands on other days too.
 */
@Component
@Order(40)
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CommitteeReminders implements TodoSource, StatusSource {

    private static final String LIST = "/committees?watch=";
    private static final String OWN = "/my/committee";

    private final JdbcClient jdbc;
    private final CommitteeRecords records;
    private final Clock clock;

    private record Counts(int ended, int urgent, int soon, int oldGroups) {}

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (user.is(Role.COMMITTEE_OPERATOR)) {
            return ofOwn(new CommitteeId(user.organisation().id()));
        }
        DistrictId district = user.district();
        return user.is(Role.DISTRICT_STAFF) && district != null ? ofDistrict(counts(district)) : List.of();
    }

    private static List<Todo> ofDistrict(Counts counts) {
        List<Todo> todos = new ArrayList<>();
        if (counts.ended() > 0) {
            todos.add(Todo.of("committee.todo.ended", counts.ended(), LIST + TermWatch.DUE)
                    .urgent(Messages.of("committee.todo.ended.urgent", counts.ended())));
        }
        if (counts.soon() > 0) {
            String urgent = Messages.of("committee.todo.soon.urgent", counts.urgent(), ReminderDay.URGENT.days());
            todos.add(Todo.of("committee.todo.soon", counts.soon(), LIST + TermWatch.DUE, ReminderDay.SOON.days())
                    .urgent(counts.urgent() > 0 ? urgent : null));
        }
        if (counts.oldGroups() > 0) {
            todos.add(Todo.of("committee.todo.old-group", counts.oldGroups(), LIST + TermWatch.OLD_GROUP));
        }
        return todos;
    }

    private Counts counts(DistrictId district) {
        LocalDate today = LocalDate.now(clock);
        // Each by its own index alone: together they would be read from the table.
        return jdbc.sql("SELECT count(*) FILTER (WHERE term_end < :today),"
                        + " count(*) FILTER (WHERE term_end >= :today AND term_end <= :urgent),"
                        + " count(*) FILTER (WHERE term_end >= :today),"
                        + " (SELECT count(*) FROM committee WHERE district_id = :district AND "
                        + TermWatch.OLD_GROUP.condition() + ") FROM committee WHERE district_id = :district AND "
                        + TermWatch.DUE.condition())
                .param("district", district.value())
                .param("today", today)
                .param("urgent", today.plusDays(ReminderDay.URGENT.days()))
                .param("soon", ReminderDay.lastEnd(today))
                .param(
                        "yearAgo",
                        TermWatch.yearAgo(today).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, i) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /**
     * A committee that is not dissolved.
     *
     * @param term       the last one that was approved: where 换届 was done early, nobody is reminded of the term before; null for
     *                   a preparatory group
     * @param registered the day
     */
    private record OwnTerm(@Nullable Term term, LocalDate registered) {}

    private Optional<OwnTerm> own(CommitteeId id) {
        return records.find(id)
                .filter(committee -> !committee.isDissolved())
                .map(committee -> new OwnTerm(
                        committee.state().term(),
                        LocalDate.ofInstant(committee.registration().approvedAt(), clock.getZone())));
    }

    private List<Todo> ofOwn(CommitteeId id) {
        return own(id).map(this::ofOwn).orElse(List.of());
    }

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        return user.is(Role.COMMITTEE_OPERATOR)
                ? own(new CommitteeId(user.organisation().id())).map(this::line).stream()
                        .toList()
                : List.of();
    }

    private StatusLine line(OwnTerm standing) {
        LocalDate today = LocalDate.now(clock);
        Term term = standing.term();
        if (term == null) {
            String text = Messages.of("committee.status.group", standing.registered());
            return StatusLine.of("committee.status.term", text, "ok", "group", OWN);
        }
        String text = Messages.of("committee.status.term.text", term.number(), term.start(), term.end());
        if (term.end().isBefore(today)) {
            return StatusLine.of("committee.status.term", text, "bad", "ended", OWN);
        }
        if (!term.end().isAfter(ReminderDay.lastEnd(today))) {
            return StatusLine.of("committee.status.term", text, "waiting", "soon", OWN);
        }
        return term.start().isAfter(today)
                ? StatusLine.of("committee.status.term", text, "waiting", "coming", OWN)
                : StatusLine.of("committee.status.term", text, "ok", "runs", OWN);
    }

    private static @Nullable String left(long days) {
        return days == 0
                ? Messages.of("committee.todo.own.today")
                : days <= ReminderDay.URGENT.days() ? Messages.of("committee.todo.own.days", days) : null;
    }

    private List<Todo> ofOwn(OwnTerm standing) {
        LocalDate today = LocalDate.now(clock);
        Term term = standing.term();
        if (term == null) {
            return standing.registered().isBefore(TermWatch.yearAgo(today))
                    ? List.of(Todo.of("committee.todo.own.old-group", 1, OWN))
                    : List.of();
        }
        LocalDate end = term.end();
        if (end.isAfter(ReminderDay.lastEnd(today))) {
            return List.of();
        }
        long days = ChronoUnit.DAYS.between(today, end);
        return List.of(
                days < 0
                        ? Todo.of("committee.todo.own.ended", 1, OWN)
                                .urgent(Messages.of("committee.todo.own.ended.urgent", end))
                        : Todo.of("committee.todo.own.soon", 1, OWN, end).urgent(left(days)));
    }
}
