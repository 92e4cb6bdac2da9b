package org.maintenancefund.test;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.signin.SessionMark;
import org.maintenancefund.city.MunicipalCentre;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** People for tests of what is behind the sign-in. */
public final class SignedIn {

    /** Makes the account, and an organisation that nobody made, where they are not there; in one statement, as tests count. */
    private static final String ACCOUNT = """
            WITH made_organisation AS (
                INSERT INTO organisation (id, type, name, name_key, sort_key, parent_id, district_id, contact_name, contact_mobile, note)
                SELECT :organisation, :type, :organisationName, cast(:organisation AS text), cast(:organisation AS text),
                        CASE WHEN :type = 'OFFICE' THEN :organisation END,
                        CASE WHEN :type IN ('OFFICE', 'COMMITTEE', 'DISTRICT_CENTRE') THEN :organisation END,
                        CASE WHEN :type IN ('OFFICE', 'COMMITTEE', 'ENTERPRISE') THEN '某人' END,
                        CASE WHEN :type IN ('OFFICE', 'COMMITTEE', 'ENTERPRISE') THEN '19900000000' END, ''
                    WHERE NOT EXISTS (SELECT FROM organisation WHERE id = :organisation) ON CONFLICT DO NOTHING),
            made AS (
                INSERT INTO operator (id, username, person_name, sort_key, search_key, mobile, org_type, org_id, role, state,
                        password_hash, password_changed_at, created_at, issued_at, version)
                    VALUES (:id, :username, :name, :name, :username, '19900000000', :type, :organisation, :role, 'ACTIVE',
                        'none', now(), now(), now(), 0)
                    ON CONFLICT DO NOTHING RETURNING session_epoch, session_number)
            SELECT * FROM made UNION ALL SELECT session_epoch, session_number FROM operator WHERE id = :id""";

    private SignedIn() {}

    /** Someone with that role in that organisation, with a changed password. */
    public static CurrentUser person(
            String name, Role role, OrgRef organisation, String organisationName, @Nullable DistrictId district) {
        OperatorId id = OperatorId.next();
        return new CurrentUser(id, username(id), name, role, organisation, organisationName, district, false);
    }

    /** Letters only: eleven digits in a row could be a mobile number, which the trail masks. */
    private static String username(OperatorId id) {
        return "t"
                + id.value()
                        .toString()
                        .substring(24)
                        .chars()
                        .map(digit -> 'a' + Character.digit(digit, 16))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    /** Sends the request as that person, in a session that begins now; who has no account yet gets one. */
    public static RequestPostProcessor as(CurrentUser user) {
        return request -> {
            UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                    user,
                    null,
                    user.restricted()
                            ? AuthorityUtils.NO_AUTHORITIES
                            : AuthorityUtils.createAuthorityList(user.role().authority()));
            authentication.setDetails(mark(
                    user, WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())));
            return authentication(authentication).postProcessRequest(request);
        };
    }

    /** True for the statement by which a person gets the account here, which is none of the page's. */
    public static boolean isOwn(String statement) {
        return statement.contains("made_organisation");
    }

    /** There is one municipal centre, whatever a test calls it. */
    private static OrgRef home(OrgRef organisation) {
        return organisation.type() == OrgType.MUNICIPAL_CENTRE ? MunicipalCentre.REF : organisation;
    }

    /**
     * The mark a session of the account would have if it began now. A statement that ran into the account another thread
     * made at that moment sees it only when asked once more.
     */
    private static SessionMark mark(CurrentUser user, ApplicationContext application) {
        return accountOf(user, application)
                .or(() -> accountOf(user, application))
                .orElseThrow();
    }

    private static Optional<SessionMark> accountOf(CurrentUser user, ApplicationContext application) {
        Instant now = application.getBean(Clock.class).instant();
        return application
                .getBean(JdbcClient.class)
                .sql(ACCOUNT)
                .param("id", user.operatorId().value())
                .param("username", username(user.operatorId()))
                .param("name", user.personName())
                .param("type", user.organisation().type().name())
                .param("organisation", home(user.organisation()).id())
                .param("organisationName", user.organisationName())
                .param("role", user.role().name())
                .query((row, i) -> new SessionMark(row.getInt(1), row.getInt(2), now, UUID.randomUUID()))
                .optional();
    }
}
