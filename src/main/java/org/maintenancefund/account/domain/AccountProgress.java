package org.maintenancefund.account.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ProgressSource;
import org.maintenancefund.organisation.ProgressStep;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 用户名 and 激活 of a registered organisation, and who of its people still has to activate an account: how many, and nothing about who. */
@Component
@Order(10)
@RequiredArgsConstructor
class AccountProgress implements ProgressSource, StatusSource, TodoSource {

    private static final Set<Role> APPLICANTS =
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR);

    private final Operators operators;
    private final Clock clock;

    private record Accounts(
            int made,
            @Nullable LocalDate first,
            int active,
            @Nullable LocalDate activated) {}

    private static final Accounts NONE = new Accounts(0, null, 0, null);

    @Override
    public List<ProgressStep> steps(OrgType type, @Nullable OrgRef organisation) {
        Accounts accounts = organisation == null ? NONE : of(organisation);
        return List.of(names(accounts), activation(accounts));
    }

    private static ProgressStep names(Accounts accounts) {
        boolean done = accounts.made() > 0;
        return new ProgressStep(
                Messages.of("account.step.names"),
                done,
                accounts.first(),
                done
                        ? Messages.of("account.step.names.done", accounts.made())
                        : Messages.of("account.step.names.todo"));
    }

    private static ProgressStep activation(Accounts accounts) {
        boolean done = accounts.active() > 0;
        return new ProgressStep(
                Messages.of("account.step.activation"),
                done,
                accounts.activated(),
                done
                        ? Messages.of("account.step.activation.done", accounts.active())
                        : Messages.of("account.step.activation.todo", accounts.made()));
    }

    /** For a committee, which has no list of its people on the page. */
    @Override
    public List<StatusLine> lines(CurrentUser user) {
        if (!user.is(Role.COMMITTEE_OPERATOR)) {
            return List.of();
        }
        Accounts accounts = of(user.organisation());
        int pending = accounts.made() - accounts.active();
        return List.of(
                pending > 0
                        ? line(Messages.of("account.status.pending", accounts.made(), pending), "waiting", "pending")
                        : accounts.made() < Operators.NORM
                                ? line(Messages.of("account.status.few", accounts.made()), "waiting", "few")
                                : line(Messages.of("account.status.ok", accounts.made()), "ok", "ok"));
    }

    private static StatusLine line(String text, String tag, String state) {
        return StatusLine.of("account.status", text, tag, state, null);
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!APPLICANTS.contains(user.role())) {
            return List.of();
        }
        Accounts accounts = of(user.organisation());
        int pending = accounts.made() - accounts.active();
        return pending == 0 ? List.of() : List.of(Todo.of("account.todo.colleagues", pending, null));
    }

    private Accounts of(OrgRef organisation) {
        List<OperatorView> people = operators.of(organisation);
        List<OperatorView> inUse = people.stream().filter(OperatorView::isInUse).toList();
        return new Accounts(
                inUse.size(),
                firstDay(inUse.stream().map(OperatorView::createdAt)),
                (int) inUse.stream()
                        .filter(person -> person.state() == OperatorState.ACTIVE)
                        .count(),
                firstDay(people.stream().flatMap(person -> Stream.ofNullable(person.activatedAt()))));
    }

    private @Nullable LocalDate firstDay(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder())
                .map(first -> LocalDate.ofInstant(first, clock.getZone()))
                .orElse(null);
    }
}
