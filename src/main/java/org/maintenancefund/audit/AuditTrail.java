package org.maintenancefund.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.domain.ChangesJson;
import org.maintenancefund.kernel.Ids;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The append-only trail of who did what (操作日志). Who acts, from which address and in which request is picked up from the
 * security context and the request. Written with plain SQL: an entry is only ever inserted, never loaded to be changed.
 */
@Component
@RequiredArgsConstructor
public class AuditTrail {

    /** Where the filter that numbers requests leaves the number. */
    private static final String REQUEST_NUMBER = "requestNumber";

    private static final String INSERT = """
            INSERT INTO audit_entry (id, occurred_at, operator_id, operator_username, operator_name, operator_role,
                organisation_type, organisation_id, organisation_name, remote_address, request_number,
                action, object_type, object_id, object_name, result, changes)
            VALUES (:id, :occurredAt, :operatorId, :username, :personName, :role,
                :organisationType, :organisationId, :organisationName, :remoteAddress, :requestNumber,
                :action, :objectType, :objectId, :objectName, :result, cast(:changes AS json))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Records what the running transaction does, in that transaction: either both are kept or neither. Throws
     * {@link org.springframework.transaction.IllegalTransactionStateException} where none runs.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        insert(event);
    }

    /**
     * Records something that changes nothing or failed, such as a refused access or a personal detail that was looked at,
     * in a transaction of its own: it is kept whatever becomes of the one around it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordOnItsOwn(AuditEvent event) {
        insert(event);
    }

    private void insert(AuditEvent event) {
        Optional<CurrentUser> actor = Optional.ofNullable(event.actor()).or(AuditTrail::signedIn);
        Optional<AuditEvent.AuditedObject> object = Optional.ofNullable(event.object());
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                // PostgreSQL keeps microseconds; the hash chain needs the instant exactly as it will be read again.
                .param("occurredAt", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param(
                        "operatorId",
                        actor.map(user -> user.operatorId().value()).orElse(null),
                        Types.OTHER)
                .param("username", text(actor.map(CurrentUser::username), 100))
                .param("personName", text(actor.map(CurrentUser::personName), 100))
                .param("role", text(actor.map(user -> user.role().name()), 40))
                .param(
                        "organisationType",
                        text(actor.map(user -> user.organisation().type().name()), 40))
                .param(
                        "organisationId",
                        actor.map(user -> user.organisation().id()).orElse(null),
                        Types.OTHER)
                .param("organisationName", text(actor.map(CurrentUser::organisationName), 200))
                .param("remoteAddress", text(remoteAddress(), 60))
                .param("requestNumber", text(Optional.ofNullable(MDC.get(REQUEST_NUMBER)), 60))
                .param("action", event.action())
                .param("objectType", text(object.map(AuditEvent.AuditedObject::type), 60))
                .param("objectId", text(object.map(AuditEvent.AuditedObject::id), 100))
                .param("objectName", text(object.map(AuditEvent.AuditedObject::name), 200))
                .param("result", event.result().name())
                .param("changes", ChangesJson.write(event.changes()))
                .update();
    }

    private static @Nullable String text(Optional<String> text, int max) {
        return ChangesJson.text(text.orElse(null), max);
    }

    private static Optional<CurrentUser> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** Empty where no request is served: a job, the demo city. */
    private static Optional<String> remoteAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest()).map(HttpServletRequest::getRemoteAddr)
                : Optional.empty();
    }
}
