package org.maintenancefund.account.management;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.TimelineEntry;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Accounts by who asks, and what stands on their pages. */
@Component
@RequiredArgsConstructor
class OperatorPages {

    static final String SHOW = "account/operator";

    private final Operators operators;
    private final CurrentUsers users;
    private final Organisations organisations;
    private final Throttle throttle;
    private final AuditHistory history;
    private final AuditTrail trail;
    private final Clock clock;

    /** The account; out of reach is as if it were not there. */
    OperatorView get(OperatorId id, CurrentUser user) {
        OperatorView operator = operators.get(id);
        OperatorScope reach = OperatorScope.of(user);
        if (!reach.covers(operator.role())
                || reach.district() != null
                        && !reach.district().equals(organisation(operator).district())) {
            throw new NotFound("operator " + id);
        }
        return operator;
    }

    /** The same, for somebody who may change it; nobody changes the account they are signed in with here. */
    OperatorView toChange(OperatorId id, CurrentUser user) {
        OperatorView operator = get(id, user);
        if (!OperatorScope.of(user).changes()) {
            throw new NotFound("operator " + id);
        }
        if (id.equals(user.operatorId())) {
            throw Refusal.because("account.refusal.own");
        }
        return operator;
    }

    private OrganisationView organisation(OperatorView operator) {
        return users.organisation(operator.organisation());
    }

    /** What every page of an account has at its head. */
    void head(OperatorView operator, CurrentUser user, Model model) {
        OperatorScope reach = OperatorScope.of(user);
        model.addAttribute("operator", operator);
        model.addAttribute("organisation", organisation(operator));
        model.addAttribute("reach", reach);
        model.addAttribute("path", reach.path() + "/" + operator.id());
        model.addAttribute("mayChange", reach.changes() && !operator.id().equals(user.operatorId()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(operator.personName())));
    }

    /** The account's own page. Who may change it sees the whole number, which the trail keeps. */
    String show(OperatorView operator, CurrentUser user, Model model) {
        head(operator, user, model);
        if (OperatorScope.of(user).changes()) {
            trail.recordOnItsOwn(
                    AuditEvent.of("OPERATOR_VIEWED").on("operator", operator.username(), operator.personName()));
        }
        model.addAttribute(
                "rests", organisations.suspension(operator.organisation()).isPresent());
        model.addAttribute("code", code(operator));
        Throttle.Tries standing = throttle.tries(Purpose.PASSWORD, operator.username());
        model.addAttribute("limit", limit(standing));
        model.addAttribute("limited", standing.attempts() > 0);
        model.addAttribute("history", history.of("operator", operator.username()));
        model.addAttribute("submission", UUID.randomUUID());
        return SHOW;
    }

    /** Somebody was quicker: the account as it is now, and who did what; nothing was done. */
    ModelAndView stale(OperatorId id, CurrentUser user, Model model) {
        OperatorView operator = get(id, user);
        show(operator, user, model);
        model.addAttribute("stale", last(operator));
        return new ModelAndView(SHOW, HttpStatus.CONFLICT);
    }

    /** What was done to the account last, and by whom. */
    String last(OperatorView operator) {
        return history.of("operator", operator.username()).stream()
                .findFirst()
                .map(OperatorPages::told)
                .orElse(Messages.of("account.changed"));
    }

    private static String told(TimelineEntry entry) {
        return entry.meta() == null ? entry.title() : entry.title() + "（" + entry.meta() + "）";
    }

    private @Nullable String code(OperatorView operator) {
        if (operator.state() != OperatorState.PENDING_ACTIVATION || operator.codeValidUntil() == null) {
            return null;
        }
        String until = Times.minute(operator.codeValidUntil());
        return operator.codeValidUntil().isAfter(clock.instant())
                ? Messages.of("account.code.until", until)
                : Messages.of("account.code.expired", until);
    }

    private static String limit(Throttle.Tries standing) {
        if (standing.strangersOut()) {
            return Messages.of("account.limit.strangers", standing.attempts());
        }
        if (standing.until() != null) {
            return Messages.of("account.limit.until", standing.attempts(), Times.minute(standing.until()));
        }
        return standing.attempts() == 0
                ? Messages.of("account.limit.none")
                : Messages.of("account.limit.tries", standing.attempts());
    }
}
