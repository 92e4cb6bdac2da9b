package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.JoinedSessionAttribute;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.OperatorState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as they are now: read together with the session of a request, and where that has none yet by themselves. */
@Component
@RequiredArgsConstructor
class SignedInAccounts {

    private static final String ATTRIBUTE = SignedInAccounts.class.getName();

    private static final String SELECT = """
            SELECT json_build_object('id', json_build_object('value', o.id), 'epoch', o.session_epoch,
                'number', o.session_number, 'state', o.state, 'personName', o.person_name, 'organisation', g.name,
                'rests', EXISTS (SELECT FROM organisation r
                    WHERE r.id IN (g.id, g.parent_id) AND r.state = 'DISABLED'))
            FROM operator o LEFT JOIN organisation g ON g.id = o.org_id WHERE\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /**
     * What tells whether a session is still to live.
     *
     * @param epoch        see {@link SessionMark}
     * @param number       of the latest session
     * @param organisation its name; null for an account whose organisation is gone
     * @param rests        true where the organisation, or the one it belongs to, is disabled
     */
    record Account(
            OperatorId id,
            int epoch,
            int number,
            OperatorState state,
            String personName,
            @Nullable String organisation,
            boolean rests) {

        /** @param oneSession whether the latest session alone lives */
        boolean isAsItWas(SessionMark mark, boolean oneSession) {
            return epoch == mark.epoch()
                    && (!oneSession || number == mark.number())
                    && state != OperatorState.DISABLED
                    && !rests;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithTheSession {

        /** The account of the user name under which the session is stored. */
        @Bean
        static JoinedSessionAttribute accountOfSession() {
            return new JoinedSessionAttribute(ATTRIBUTE, SELECT + "o.username = s.principal_name");
        }
    }

    /** The account; empty where it is gone. */
    Optional<Account> of(OperatorId id, @Nullable HttpSession session) {
        Object joined = session == null ? null : session.getAttribute(ATTRIBUTE);
        return Optional.ofNullable((String) joined)
                .map(this::read)
                .filter(account -> account.id().equals(id))
                .or(() -> jdbc.sql(SELECT + "o.id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .optional()
                        .map(this::read));
    }

    private Account read(String account) {
        return json.readValue(account, Account.class);
    }
}
