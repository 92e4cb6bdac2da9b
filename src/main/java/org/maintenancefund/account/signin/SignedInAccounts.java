package org.maintenancefund.account.signin;

import java.time.Clock;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.AccountProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins sessions of accounts, and knows which of them are still to live. */
@Component
public class SignedInAccounts {

    private final JdbcClient jdbc;
    private final AccountProperties limits;
    private final Clock clock;

    protected SignedInAccounts(JdbcClient jdbc, AccountProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A mark for a session that begins now. A full session takes the next number, in one statement: of two that begin at the
     * same moment the later one lives. A restricted one, which anybody could begin with the initial password, takes none.
     */
    SessionMark begin(CurrentUser user, int epoch) {
        int step = user.restricted() || !limits.oneSession() ? 0 : 1;
        int number = jdbc.sql("UPDATE operator SET session_number = session_number + :step WHERE id = :id"
                        + " RETURNING session_number")
                .param("step", step)
                .param("id", user.operatorId().value())
                .query(Integer.class)
                .single();
        return new SessionMark(epoch, number, clock.instant(), UUID.randomUUID());
    }

    /** Whether the account is still as it was when the session began, and its organisation not disabled. */
    public boolean isInForce(CurrentUser user, SessionMark mark) {
        return !clock.instant().isAfter(mark.began().plus(limits.longestSession()))
                && isAsItWas(user.operatorId(), mark);
    }

    private boolean isAsItWas(OperatorId id, SessionMark mark) {
        return jdbc.sql(
                        "SELECT 1 FROM operator o WHERE o.id = :id AND o.session_epoch = :epoch AND o.state <> 'DISABLED'"
                                + " AND (:several OR o.session_number = :number)"
                                + " AND NOT EXISTS (SELECT FROM organisation g JOIN organisation s ON s.id IN (g.id, g.parent_id)"
                                + " WHERE g.id = o.org_id AND s.state = 'DISABLED')")
                .param("id", id.value())
                .param("epoch", mark.epoch())
                .param("several", !limits.oneSession())
                .param("number", mark.number())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
