package org.maintenancefund.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What Spring Security tells becomes an entry; the events are published as Spring Security does. */
@IntegrationTest
class SecurityEventsTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private final CurrentUser user = SignedIn.person("陈晓梅", Role.MUNICIPAL_STAFF, MunicipalCentre.REF, "市管理中心", null);
    private final Authentication authentication =
            UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());

    @BeforeEach
    void aRequest() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/operators");
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aSignInAndASignOutAreRecordedWithThePersonAndTheAddress() {
        events.publishEvent(new AuthenticationSuccessEvent(authentication));
        events.publishEvent(new LogoutSuccessEvent(authentication));

        assertThat(entriesOf(user.username()))
                .extracting(entry -> entry.get("action"))
                .containsExactly("SIGN_IN", "SIGN_OUT");
        assertThat(entriesOf(user.username()).get(0))
                .containsEntry("result", "SUCCESS")
                .containsEntry("operator_name", "陈晓梅")
                .containsEntry("organisation_name", "市管理中心")
                .containsEntry("remote_address", "192.0.2.7");
    }

    @Test
    void aFailedSignInIsRecordedWithTheUserNameThatWasTyped() {
        String typed = user.username();
        events.publishEvent(failed(typed));

        assertThat(jdbc.sql("SELECT result, changes::text FROM audit_entry WHERE object_id = ?")
                        .param(typed)
                        .query()
                        .singleRow())
                .containsEntry("result", "FAILURE")
                .containsEntry("changes", "{\"reason\":{\"before\":null,\"after\":\"BadCredentialsException\"}}");
    }

    @Test
    void aPasswordTypedIntoTheWrongFieldIsNotKept() {
        String password = "Geheim!" + user.username() + " 密码";
        events.publishEvent(failed(password));

        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE object_id LIKE ?")
                        .param("%" + user.username() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRefusedAccessIsRecordedForPeopleWhoAreSignedIn() {
        events.publishEvent(denied(() -> authentication));
        events.publishEvent(denied(() -> UsernamePasswordAuthenticationToken.unauthenticated("visitor", null)));

        assertThat(entriesOf(user.username()))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "ACCESS_REFUSED")
                        .containsEntry("result", "REFUSED")
                        .containsEntry("object_id", "GET /operators")
                        .containsEntry("object_name", "操作员管理"));
    }

    @Test
    void anAddressThatNoPageHasIsNoRefusal() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", "/no/such/page")));

        events.publishEvent(denied(() -> authentication));

        assertThat(entriesOf(user.username()))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "PAGE_UNKNOWN")
                        .containsEntry("result", "FAILURE")
                        .containsEntry("object_id", "GET /no/such/page"));
    }

    @Test
    void atSignInATrailThatCanNotBeWrittenKeepsNobodyOut() {
        SecurityEvents withoutDatabase = new SecurityEvents(new AuditTrail(null, null) {
            @Override
            public void record(AuditEvent event) {
                throw new IllegalStateException("no database");
            }

            @Override
            public void recordOnItsOwn(AuditEvent event) {
                throw new IllegalStateException("no database");
            }
        });
        assertThatCode(() -> withoutDatabase.signedIn(new AuthenticationSuccessEvent(authentication)))
                .doesNotThrowAnyException();
    }

    private static AuthenticationFailureBadCredentialsEvent failed(String username) {
        return new AuthenticationFailureBadCredentialsEvent(
                UsernamePasswordAuthenticationToken.unauthenticated(username, "secret"),
                new BadCredentialsException("wrong"));
    }

    private AuthorizationDeniedEvent<Object> denied(Supplier<Authentication> who) {
        return new AuthorizationDeniedEvent<>(who, this, new AuthorizationDecision(false));
    }

    private List<Map<String, Object>> entriesOf(String username) {
        return jdbc.sql("SELECT * FROM audit_entry WHERE operator_username = ? ORDER BY occurred_at, id")
                .param(username)
                .query()
                .listOfRows();
    }
}
