package org.maintenancefund.enterprise.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Companies registered here that turned up in the city's directory. Their district confirms that both are one – the same
 * record, now qualified, its local users closed – or rejects it.
 */
@Service
@Transactional(readOnly = true)
public class EnterpriseMatches {

    private final JdbcClient jdbc;
    private final EnterpriseRepository enterprises;
    private final Operators operators;
    private final AuditTrail trail;
    private final Clock clock;

    EnterpriseMatches(
            JdbcClient jdbc, EnterpriseRepository enterprises, Operators operators, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.operators = operators;
        this.trail = trail;
        this.clock = clock;
    }

    /** A company found in the directory. */
    public record Match(
            UUID id,
            EnterpriseId enterprise,
            String registeredName,
            String creditCode,
            String directoryName,
            String person,
            Instant foundAt,
            boolean open,
            @Nullable String decidedBy) {}

    /**
     * Notes that the company stands in the directory; once while nobody decided, and not again where the district said no to
     * the same name.
     *
     * @return true where it is new
     */
    @Transactional
    public boolean find(EnterpriseId enterprise, SharedPerson person) {
        int found = jdbc.sql("INSERT INTO enterprise_match (id, enterprise_id, directory_name, username, person, state,"
                        + " found_at, version) SELECT :id, :enterprise, :name, :username, :person, 'OPEN', :now, 0"
                        + " WHERE NOT EXISTS (SELECT FROM enterprise_match m WHERE m.enterprise_id = :enterprise"
                        + " AND m.state = 'REJECTED' AND m.directory_name = :name)"
                        + " ON CONFLICT (enterprise_id) WHERE state = 'OPEN' DO NOTHING")
                .param("id", Ids.next())
                .param("enterprise", enterprise.value())
                .param("name", person.companyName())
                .param("username", person.username())
                .param("person", person.personName().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return found > 0;
    }

    /** What waits for a district, oldest first. */
    public List<Match> open(DistrictId district) {
        return jdbc.sql(SELECT + " WHERE m.state = 'OPEN' AND e.district_id = :district ORDER BY m.found_at LIMIT 100")
                .param("district", district.value())
                .query(EnterpriseMatches::match)
                .list();
    }

    public long count(DistrictId district) {
        return jdbc.sql("SELECT count(*) FROM enterprise_match m JOIN enterprise e ON e.id = m.enterprise_id"
                        + " WHERE m.state = 'OPEN' AND e.district_id = :district")
                .param("district", district.value())
                .query(Long.class)
                .single();
    }

    /** A match of the person's own district; {@link NotFound} where there is none. */
    public Match get(UUID id, CurrentUser user) {
        return jdbc.sql(SELECT + " WHERE m.id = :id AND e.district_id = :district")
                .param("id", id)
                .param(
                        "district",
                        user.district() == null ? null : user.district().value())
                .query(EnterpriseMatches::match)
                .optional()
                .orElseThrow(() -> new NotFound("match " + id));
    }

    /** 确认为同一企业. How many local users were closed by it. */
    @Transactional
    public int confirm(UUID id, CurrentUser by) {
        Match match = get(id, by);
        decide(id, "CONFIRMED", "", by);
        Enterprise company = enterprises.lock(match.enterprise()).orElseThrow();
        company.qualify(match.directoryName());
        enterprises.flush();
        trail.record(AuditEvent.of("ENTERPRISE_QUALIFIED")
                .on("enterprise", company.id(), company.name())
                .change("name", match.registeredName(), company.name()));
        return operators.closeLocal(company.id().ref());
    }

    /** 不是同一企业. */
    @Transactional
    public void reject(UUID id, String reason, CurrentUser by) {
        Match match = get(id, by);
        decide(id, "REJECTED", reason, by);
        trail.record(AuditEvent.of("ENTERPRISE_MATCH_REJECTED")
                .on("enterprise", match.enterprise(), match.registeredName()));
    }

    private void decide(UUID id, String state, String reason, CurrentUser by) {
        int decided = jdbc.sql("UPDATE enterprise_match SET state = :state, reason = :reason, decided_at = :now,"
                        + " decided_by = :by, version = version + 1 WHERE id = :id AND state = 'OPEN'")
                .param("state", state)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.personName() + "（" + by.organisationName() + "）")
                .param("id", id)
                .update();
        if (decided == 0) {
            throw Refusal.because("enterprise.match.decided");
        }
    }

    private static final String SELECT = "SELECT m.*, e.name AS registered_name, e.credit_code FROM enterprise_match m"
            + " JOIN enterprise e ON e.id = m.enterprise_id";

    private static Match match(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Match(
                row.getObject("id", UUID.class),
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                row.getString("registered_name"),
                row.getString("credit_code"),
                row.getString("directory_name"),
                row.getString("person"),
                row.getTimestamp("found_at").toInstant(),
                row.getString("state").equals("OPEN"),
                Optional.ofNullable(row.getString("decided_by")).orElse(null));
    }
}
