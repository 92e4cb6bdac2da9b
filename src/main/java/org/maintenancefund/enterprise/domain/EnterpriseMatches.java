package org.maintenancefund.enterprise.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.SharedAccounts;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Companies registered here that turned up in the city's directory. Their district confirms that both are one – the same
 * record, now qualified, its local users closed – or rejects it. Whoever writes a match holds the lock of its company first.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class EnterpriseMatches {

    private static final int LONGEST_DISTRICT = 100;

    private static final Keyset<EnterpriseMatch> LIST = new Keyset<>(
            EnterpriseMatch.COLUMNS,
            EnterpriseMatch.TABLES,
            List.of(new Keyset.Key("m.found_at", Instant.class), new Keyset.Key("m.id", UUID.class)),
            false,
            new RecordRows<>(EnterpriseMatch.class));

    private final JdbcClient jdbc;
    private final EnterpriseRepository enterprises;
    private final Organisations organisations;
    private final SharedAccounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    /** What became of finding a company in the directory. */
    enum Found {
        /** Its district is asked from now on. */
        NEW,
        /** Its district has not decided yet. */
        WAITING,
        /** Its district said no to what the directory says. */
        REJECTED
    }

    /** Notes that the company, whose lock the caller holds, stands in the directory. The same data is rejected once only. */
    Found find(Enterprise company, SharedPerson person) {
        UUID enterprise = company.id().value();
        String district = district(person);
        boolean waits = jdbc.sql("UPDATE enterprise_match SET version = version + CASE WHEN directory_name = :name"
                                + " AND directory_district = :district THEN 0 ELSE 1 END,"
                                + " directory_name = :name, directory_district = :district"
                                + " WHERE enterprise_id = :enterprise AND state = 'OPEN'")
                        .param("enterprise", enterprise)
                        .param("name", person.companyName())
                        .param("district", district)
                        .update()
                > 0;
        if (waits) {
            return Found.WAITING;
        }
        int found = jdbc.sql("INSERT INTO enterprise_match (id, enterprise_id, directory_name, directory_district,"
                        + " username, person, mobile, state, found_at, version)"
                        + " SELECT :id, :enterprise, :name, :district, :username, :person, :mobile, 'OPEN', :now, 0"
                        + " WHERE NOT EXISTS (SELECT FROM enterprise_match m WHERE m.enterprise_id = :enterprise"
                        + " AND m.state = 'REJECTED' AND m.directory_name = :name"
                        + " AND m.directory_district = :district)")
                .param("id", Ids.next())
                .param("enterprise", enterprise)
                .param("name", person.companyName())
                .param("district", district)
                .param("username", person.username())
                .param("person", person.personName().value())
                .param(
                        "mobile",
                        person.mobile() == null ? null : person.mobile().toString())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (found == 0) {
            return Found.REJECTED;
        }
        trail.record(company.event("ENTERPRISE_MATCH_FOUND").change("directoryName", null, person.companyName()));
        return Found.NEW;
    }

    /** The matches of a district, oldest first; of all states where none is named. */
    @Transactional(readOnly = true)
    public Listing<EnterpriseMatch> list(DistrictId district, Optional<EnterpriseMatchState> state) {
        return LIST.where(
                jdbc,
                new Conditions()
                        .equal("e.district_id", Optional.of(district.value()))
                        .equal("m.state", state));
    }

    /** A match of the person's own district; {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public EnterpriseMatch get(UUID id, CurrentUser user) {
        return jdbc.sql("SELECT " + EnterpriseMatch.COLUMNS + " " + EnterpriseMatch.TABLES
                        + " WHERE m.id = :id AND e.district_id = :district")
                .param("id", id)
                .param(
                        "district",
                        user.district() == null ? null : user.district().value())
                .query(new RecordRows<>(EnterpriseMatch.class))
                .optional()
                .orElseThrow(() -> new NotFound("match " + id));
    }

    /**
     * 确认为同一企业.
     *
     * @param version of the match as its reader saw it
     * @return how many local users were closed by it
     * @throws Refusal where it was decided or changed meanwhile
     */
    public int confirm(UUID id, int version, CurrentUser by) {
        EnterpriseMatch match = get(id, by);
        Enterprise company = enterprises.lockExisting(match.enterprise());
        decide(id, version, EnterpriseMatchState.CONFIRMED, "", company.name(), by);
        trail.record(company.event("ENTERPRISE_QUALIFIED")
                .change("qualification", Qualification.UNQUALIFIED, Qualification.QUALIFIED)
                .change("name", company.name(), match.directoryName()));
        company.qualify(match.directoryName());
        enterprises.flush();
        organisations.register(company.entry());
        return accounts.closeLocal(company.id().ref());
    }

    /**
     * 不是同一企业.
     *
     * @param version of the match as its reader saw it
     * @throws Refusal where it was decided or changed meanwhile
     */
    public void reject(UUID id, int version, String reason, CurrentUser by) {
        EnterpriseMatch match = get(id, by);
        Enterprise company = enterprises.lockExisting(match.enterprise());
        decide(id, version, EnterpriseMatchState.REJECTED, reason, company.name(), by);
        trail.record(company.event("ENTERPRISE_MATCH_REJECTED")
                .change("directoryName", match.directoryName(), null)
                .change("reason", null, reason));
    }

    private void decide(
            UUID id, int version, EnterpriseMatchState state, String reason, String registeredName, CurrentUser by) {
        int decided = jdbc.sql("UPDATE enterprise_match SET state = :state, reason = :reason, decided_at = :now,"
                        + " decided_by = :by, registered_name = :name, version = version + 1"
                        + " WHERE id = :id AND state = 'OPEN' AND version = :version")
                .param("state", state.name())
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.personName() + "（" + by.organisationName() + "）")
                .param("name", registeredName)
                .param("id", id)
                .param("version", version)
                .update();
        if (decided == 0) {
            throw Refusal.because(get(id, by).isOpen() ? "enterprise.match.changed" : "enterprise.match.decided");
        }
    }

    /** The district in the directory's words: its name, else its code, else nothing. */
    private static String district(SharedPerson person) {
        String name = written(person.districtName());
        String written = name.isEmpty() ? written(person.districtCode()) : name;
        int end = Math.min(written.codePointCount(0, written.length()), LONGEST_DISTRICT);
        return written.substring(0, written.offsetByCodePoints(0, end));
    }

    private static String written(@Nullable String value) {
        return value == null ? "" : value.strip().replace("\u0000", "");
    }
}
