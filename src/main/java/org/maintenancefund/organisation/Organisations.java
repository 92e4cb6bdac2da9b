package org.maintenancefund.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of organisations. Who keeps a kind writes here in the transaction of its own change. A disabled organisation's
 * people, and those of its branches, are signed out at the next request and can't sign in; the accounts stay as they are, so
 * that enabling it restores exactly what was.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class Organisations {

    private static final String SELECT = "SELECT o.type, o.id, o.name, o.district_id, o.contact_name, o.contact_mobile,"
            + " coalesce(p.name, o.note) AS note, CASE WHEN o.shared_accounts THEN 'QUALIFIED'"
            + " WHEN p.state = 'DISABLED' THEN 'DISABLED' WHEN o.state <> 'ACTIVE' THEN o.state END AS closed"
            + " FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** As names are compared: in one writing, 业主委员会 and 业委会 being the same word. */
    public static String nameKey(String name) {
        return NameWriting.of(name).replace("业主委员会", "业委会");
    }

    /** The same of what was typed to look for one: signs alone, which no name is made of, are looked for as they are. */
    public static String typedKey(String typed) {
        String key = nameKey(typed);
        return key.isEmpty() ? ChineseText.fold(typed) : key;
    }

    /** Enters an organisation, or takes over what is new of one that is entered; its state stays. */
    public void register(OrganisationEntry entry) {
        jdbc.sql(
                        "INSERT INTO organisation (id, type, name, name_key, sort_key, parent_id, district_id, contact_name, contact_mobile,"
                                + " note, shared_accounts) VALUES (:id, :type, :name, :key, :sort, :parent, :district, :contact, :mobile,"
                                + " :note, :shared) ON CONFLICT ON CONSTRAINT pk_organisation DO UPDATE SET name = EXCLUDED.name,"
                                + " name_key = EXCLUDED.name_key, sort_key = EXCLUDED.sort_key, district_id = EXCLUDED.district_id,"
                                + " contact_name = EXCLUDED.contact_name, contact_mobile = EXCLUDED.contact_mobile,"
                                + " note = EXCLUDED.note, shared_accounts = EXCLUDED.shared_accounts")
                .param("id", entry.ref().id())
                .param("type", entry.ref().type().name())
                .param("name", entry.name())
                .param("key", nameKey(entry.name()))
                .param("sort", SortKey.of(entry.name()))
                .param("parent", entry.parent() == null ? null : entry.parent().id(), Types.OTHER)
                .param(
                        "district",
                        entry.district() == null ? null : entry.district().value(),
                        Types.OTHER)
                .param("contact", entry.contactName(), Types.VARCHAR)
                .param("mobile", entry.contactMobile(), Types.VARCHAR)
                .param("note", entry.note())
                .param("shared", entry.sharedAccounts())
                .update();
    }

    /** 停用: from this commit on its people, and those of its branches, are out. */
    public void disable(OrgRef ref, String reason, CurrentUser by) {
        jdbc.sql("UPDATE organisation SET state = 'DISABLED', disabled_at = :now, disabled_by = :by,"
                        + " disabled_reason = :reason WHERE id = :id AND state = 'ACTIVE'")
                .param("id", ref.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.organisationName() + " " + by.personName())
                .param("reason", reason)
                .update();
    }

    /** 启用: its people come in again, with their accounts as they were. */
    public void enable(OrgRef ref) {
        jdbc.sql(
                        "UPDATE organisation SET state = 'ACTIVE', disabled_at = NULL, disabled_by = NULL, disabled_reason = NULL"
                                + " WHERE id = :id AND state = 'DISABLED'")
                .param("id", ref.id())
                .update();
    }

    /** 注销: from this commit on it gets no people any more. Waits for those who keep it as it is. */
    public void dissolve(OrgRef ref) {
        jdbc.sql("UPDATE organisation SET state = 'DISSOLVED' WHERE id = :id AND state = 'ACTIVE'")
                .param("id", ref.id())
                .update();
    }

    /** Keeps the organisation as it is until the transaction ends; many can do so at once. {@link NotFound} where it is gone. */
    public OrganisationView lock(OrgRef ref) {
        take(ref, "FOR SHARE");
        return get(ref);
    }

    /** Keeps everybody else from writing a reference to it until the transaction ends, for who is about to remove it. */
    public void lockAlone(OrgRef ref) {
        take(ref, "FOR UPDATE");
    }

    private void take(OrgRef ref, String strength) {
        jdbc.sql("SELECT 1 FROM organisation WHERE type = :type AND id = :id " + strength)
                .param("type", ref.type().name())
                .param("id", ref.id())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("organisation " + ref));
    }

    /** Removes an organisation that nothing refers to, after its own module's row. */
    public void remove(OrgRef ref) {
        jdbc.sql("DELETE FROM organisation WHERE id = :id")
                .param("id", ref.id())
                .update();
    }

    /** The organisation; {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public OrganisationView get(OrgRef ref) {
        return jdbc.sql(SELECT + "WHERE o.type = :type AND o.id = :id")
                .param("type", ref.type().name())
                .param("id", ref.id())
                .query((row, i) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFound("organisation " + ref));
    }

    /** Several at once; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, OrganisationView> views(Collection<UUID> ids) {
        List<OrganisationView> found = jdbc.sql(SELECT + "WHERE o.id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, i) -> view(row))
                .list();
        return found.stream().collect(Collectors.toMap(view -> view.ref().id(), Function.identity()));
    }

    /**
     * Why an organisation's people can't sign in.
     *
     * @param cause  what was disabled: the organisation itself, or the company it belongs to
     * @param reason as it was written down; may be empty
     * @param byName who did it
     */
    public record Suspension(OrgRef cause, String reason, Instant since, String byName) {}

    /** Why its people can't sign in; where there are two reasons the company's. Empty where they can. */
    @Transactional(readOnly = true)
    public Optional<Suspension> suspension(OrgRef ref) {
        return jdbc.sql("SELECT s.type, s.id, s.disabled_reason, s.disabled_at, s.disabled_by FROM organisation o"
                        + " JOIN organisation s ON s.id IN (o.id, o.parent_id)"
                        + " WHERE o.id = :id AND s.state = 'DISABLED' ORDER BY s.id = o.id LIMIT 1")
                .param("id", ref.id())
                .query((row, i) -> new Suspension(
                        ref(row),
                        row.getString("disabled_reason"),
                        row.getTimestamp("disabled_at").toInstant(),
                        row.getString("disabled_by")))
                .optional();
    }

    private static OrganisationView view(ResultSet row) throws SQLException {
        UUID district = row.getObject("district_id", UUID.class);
        String mobile = row.getString("contact_mobile");
        String closed = row.getString("closed");
        return new OrganisationView(
                ref(row),
                row.getString("name"),
                district == null ? null : new DistrictId(district),
                row.getString("contact_name"),
                mobile == null ? null : new MobileNumber(mobile),
                row.getString("note"),
                closed == null ? null : OrganisationView.Closed.valueOf(closed));
    }

    private static OrgRef ref(ResultSet row) throws SQLException {
        return new OrgRef(OrgType.valueOf(row.getString("type")), row.getObject("id", UUID.class));
    }
}
