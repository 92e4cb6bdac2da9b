package org.maintenancefund.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The user names of the 物业管理信息系统 as last seen: local accounts can't take them. Where one stands here as a local account
 * already, the local one goes on and the directory's person can't sign in: a collision, for the administrator to see.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class SharedNames {

    private static final String COLLISIONS = "SELECT o.username, o.person_name AS local_person, d.company_name,"
            + " d.first_seen_at AS seen_at FROM directory_name d JOIN operator o ON o.username = d.username"
            + " AND o.password_source = 'LOCAL'";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * Keeps the names of everybody in the directory, as the nightly refresh read them, and forgets the others. A collision
     * not seen before gets its line in the audit trail.
     *
     * @return how many collisions were not seen before
     */
    @Transactional
    public int learn(Collection<SharedPerson> everybody) {
        jdbc.sql("DELETE FROM directory_name WHERE username <> ALL (:names)")
                .param("names", everybody.stream().map(SharedPerson::username).toArray(String[]::new))
                .update();
        return add(everybody);
    }

    /** The same without forgetting anybody: for a directory that may have lost people. */
    @Transactional
    public int add(Collection<SharedPerson> everybody) {
        String[] names = everybody.stream().map(SharedPerson::username).toArray(String[]::new);
        String[] companies = everybody.stream().map(SharedPerson::companyName).toArray(String[]::new);
        String[] codes =
                everybody.stream().map(person -> person.creditCode().value()).toArray(String[]::new);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("INSERT INTO directory_name (username, company_name, credit_code, first_seen_at)"
                        + " SELECT DISTINCT ON (name) name, company, code, :now"
                        + " FROM unnest(:names, :companies, :codes) AS t (name, company, code) ORDER BY name"
                        + " ON CONFLICT ON CONSTRAINT pk_directory_name DO UPDATE"
                        + " SET company_name = EXCLUDED.company_name, credit_code = EXCLUDED.credit_code"
                        + " WHERE (directory_name.company_name, directory_name.credit_code)"
                        + " IS DISTINCT FROM (EXCLUDED.company_name, EXCLUDED.credit_code)")
                .param("codes", codes)
                .param("now", now)
                .param("names", names)
                .param("companies", companies)
                .update();
        List<AuditEvent> found = jdbc.sql(
                        "UPDATE directory_name d SET collision_told = true FROM operator o WHERE o.username = d.username"
                                + " AND o.password_source = 'LOCAL' AND NOT d.collision_told RETURNING d.username, o.person_name")
                .query((row, i) ->
                        AuditEvent.of("DIRECTORY_COLLISION").on("operator", row.getString(1), row.getString(2)))
                .list();
        found.forEach(audit::record);
        return found.size();
    }

    /**
     * Keeps what the directory said when it was asked for one company. A company that is gone from it may register here; its
     * people's names stay taken until everybody was read.
     */
    @Transactional
    public void see(CreditCode company, Collection<SharedPerson> people) {
        jdbc.sql("UPDATE directory_name SET credit_code = NULL WHERE credit_code = :code AND username <> ALL (:names)")
                .param("code", company.value())
                .param("names", people.stream().map(SharedPerson::username).toArray(String[]::new))
                .update();
        add(people);
    }

    /** Whether the directory had people of the company when it was asked last. */
    public boolean hasCompany(CreditCode company) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM directory_name WHERE credit_code = :code)")
                .param("code", company.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the directory had the name when everybody was read last. */
    public boolean isKnown(String username) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM directory_name WHERE username = :username)")
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    /** How many {@link #collisions} there are. */
    public long countCollisions() {
        return jdbc.sql("SELECT count(*) FROM directory_name d JOIN operator o ON o.username = d.username"
                        + " AND o.password_source = 'LOCAL'")
                .query(Long.class)
                .single();
    }

    /** Local accounts whose user name somebody in the directory has too, by user name. */
    public List<Collision> collisions() {
        return jdbc.sql(COLLISIONS + " ORDER BY o.username")
                .query(new RecordRows<>(Collision.class))
                .list();
    }

    /**
     * A user name that two people have.
     *
     * @param localPerson       who has it here, and goes on
     * @param companyName       the company of the person in the directory, who can't sign in
     * @param seenAt            when the directory's name was first seen
     */
    public record Collision(String username, String localPerson, String companyName, Instant seenAt) {}
}
