package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Begins sessions of accounts, ends the others, and knows which are still to live. Spring Security's own limit of sessions is
 * not enough: of two that begin at the same moment it lets both live, and it reads each session once more for each request.
 */
@Component
@RequiredArgsConstructor
public class AccountSessions implements SessionAuthenticationStrategy {

    private final FindByIndexNameSessionRepository<? extends Session> stored;
    private final OperatorRepository operators;
    private final CurrentUsers users;
    private final SignedInAccounts accounts;
    private final DeviceCookies devices;
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final JdbcClient jdbc;
    private final AccountProperties limits;
    private final Settings settings;
    private final Clock clock;

    /**
     * Who is signed in from now on, marked. A full session takes the next number, in one statement: of two that begin at the
     * same moment the later one lives. A restricted one, which anybody could begin with the initial password, takes none, and
     * has no right at all, whatever its role.
     */
    public Authentication begin(CurrentUser user, int epoch) {
        int step = user.restricted() || !limits.oneSession() ? 0 : 1;
        int number = jdbc.sql("UPDATE operator SET session_number = session_number + :step WHERE id = :id"
                        + " RETURNING session_number")
                .param("step", step)
                .param("id", user.operatorId().value())
                .query(Integer.class)
                .single();
        UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                user.restricted()
                        ? List.of()
                        : List.of(new SimpleGrantedAuthority(user.role().authority())));
        authentication.setDetails(new SessionMark(epoch, number, clock.instant(), UUID.randomUUID()));
        return authentication;
    }

    /**
     * Takes the account's other sessions out of the table, where one per account is set. They can do nothing any more. One that
     * began after this one stays, and that which lived until now: its person is told why it ended. A restricted session ends
     * nobody's.
     */
    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        CurrentUser user = (CurrentUser) authentication.getPrincipal();
        if (user == null || user.restricted() || !limits.oneSession()) {
            return;
        }
        HttpSession own = request.getSession(false);
        int number = SessionMark.of(authentication).orElseThrow().number();
        stored.findByPrincipalName(user.username()).values().stream()
                .filter(session -> own == null || !session.getId().equals(own.getId()))
                .filter(session -> !isLaterThan(number - 2, session))
                .map(Session::getId)
                .forEach(stored::deleteById);
    }

    private static boolean isLaterThan(int number, Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                && SessionMark.of(context.getAuthentication())
                        .filter(other -> other.number() > number)
                        .isPresent();
    }

    /** Lets the session go on in which the password was changed, under a new id, while all others of the account end. */
    public CurrentUser renew(OperatorId id, HttpServletRequest request, HttpServletResponse response) {
        Operator operator = operators.findById(id).orElseThrow(() -> new NotFound("operator " + id));
        CurrentUser user = users.of(operator);
        devices.remember(request, response, user.username());
        Authentication authentication = begin(user, operator.sessionEpoch());
        onAuthentication(authentication, request, response);
        request.changeSessionId();
        csrfTokens.saveToken(null, request, response);
        SecurityContextImpl context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return user;
    }

    /**
     * Who is signed in, if by us, and the account still as it was when the session began, its organisation not disabled; as both
     * are called now.
     */
    Optional<CurrentUser> inForce(@Nullable Authentication authentication, HttpServletRequest request) {
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? SessionMark.of(authentication)
                        .filter(mark -> !isTooLong(mark))
                        .flatMap(mark -> accounts.of(user.operatorId(), request.getSession(false))
                                .filter(account -> account.isAsItWas(mark, limits.oneSession())))
                        .map(account -> called(user, account.personName(), account.organisation()))
                : Optional.empty();
    }

    private boolean isTooLong(SessionMark mark) {
        return clock.instant().isAfter(mark.began().plus(limits.longestSession()));
    }

    /** The municipal centre is called as the settings say. */
    private CurrentUser called(CurrentUser user, String personName, @Nullable String organisation) {
        String known = organisation == null ? user.organisationName() : organisation;
        return user.called(
                personName,
                user.organisation().type() == OrgType.MUNICIPAL_CENTRE ? settings.text(Setting.CENTRE_NAME) : known);
    }

    /** Why a session is over that was ours, and since when, for the page that asks to sign in again. */
    Optional<SessionEnd> end(@Nullable Authentication authentication) {
        Optional<SessionMark> mark = SessionMark.of(authentication);
        if (authentication == null || !(authentication.getPrincipal() instanceof CurrentUser user) || mark.isEmpty()) {
            return Optional.empty();
        }
        return isTooLong(mark.get())
                ? Optional.of(new SessionEnd(SessionEnd.Cause.TOO_LONG, clock.instant()))
                : jdbc.sql("SELECT state, session_epoch <> :epoch AS changed, session_number <> :number AS elsewhere,"
                                + " issued_at, password_changed_at, last_sign_in_at, password_source,"
                                + " EXISTS (SELECT FROM organisation g WHERE g.id = operator.org_id"
                                + " AND g.state = 'DISSOLVED') AS dissolved FROM operator WHERE id = :id")
                        .param("id", user.operatorId().value())
                        .param("epoch", mark.get().epoch())
                        .param("number", mark.get().number())
                        .query((row, i) -> end(row))
                        .optional();
    }

    private SessionEnd end(ResultSet row) throws SQLException {
        OperatorState state = OperatorState.valueOf(row.getString("state"));
        if (state == OperatorState.DISABLED) {
            return new SessionEnd(
                    row.getBoolean("dissolved") ? SessionEnd.Cause.ORGANISATION_DISSOLVED : SessionEnd.Cause.DISABLED,
                    clock.instant());
        }
        if (row.getBoolean("changed")
                && PasswordSource.valueOf(row.getString("password_source")) == PasswordSource.DIRECTORY) {
            return new SessionEnd(SessionEnd.Cause.DIRECTORY_CHANGED, clock.instant());
        }
        if (row.getBoolean("changed")) {
            return state == OperatorState.PENDING_ACTIVATION
                    ? new SessionEnd(
                            SessionEnd.Cause.RESET,
                            row.getTimestamp("issued_at").toInstant())
                    : new SessionEnd(SessionEnd.Cause.PASSWORD_CHANGED, at(row.getTimestamp("password_changed_at")));
        }
        return limits.oneSession() && row.getBoolean("elsewhere")
                ? new SessionEnd(SessionEnd.Cause.ELSEWHERE, at(row.getTimestamp("last_sign_in_at")))
                : new SessionEnd(SessionEnd.Cause.ORGANISATION_DISABLED, clock.instant());
    }

    private Instant at(@Nullable Timestamp known) {
        return known == null ? clock.instant() : known.toInstant();
    }
}
