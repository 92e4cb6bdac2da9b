package org.maintenancefund.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.domain.Enterprise;
import org.maintenancefund.enterprise.domain.EnterpriseRepository;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The property companies (物业服务企业) of the city: entered and changed, read by id, by credit code, by any part of name or code. */
@Service
public class Enterprises {

    private static final String COLUMNS = "id, credit_code, name, district_id, registered_address, office_address,"
            + " contact_name, contact_mobile, qualification, state, legal_representative, phone, email, created_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM enterprise ";

    /** Some thousands of companies in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE =
            SearchedTable.readThrough(COLUMNS, "enterprise", "credit_code = upper(:key)");

    private final EnterpriseRepository enterprises;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final NameSearch names;

    Enterprises(
            EnterpriseRepository enterprises,
            Organisations organisations,
            AuditTrail trail,
            Clock clock,
            JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.organisations = organisations;
        this.trail = trail;
        this.clock = clock;
        this.jdbc = jdbc;
        this.names = new NameSearch(jdbc, TABLE);
    }

    /** The company; throws {@link NotFound} where there is none. */
    public EnterpriseView get(EnterpriseId id) {
        return find(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }

    public Optional<EnterpriseView> find(EnterpriseId id) {
        return views(List.of(id)).stream().findFirst();
    }

    /** Several companies at once, in no order; unknown ids are left out. */
    public List<EnterpriseView> views(Collection<EnterpriseId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE id IN (:ids)")
                .param("ids", ids.stream().map(EnterpriseId::value).toList())
                .query((row, i) -> view(row))
                .list();
    }

    public Optional<EnterpriseView> find(CreditCode creditCode) {
        return jdbc.sql(SELECT + "WHERE credit_code = :code")
                .param("code", creditCode.value())
                .query((row, i) -> view(row))
                .optional();
    }

    /** A company for staff; {@link NotFound} where there is none or it is another district's. */
    public EnterpriseView get(EnterpriseId id, CurrentUser user) {
        return find(id).filter(company -> user.sees(company.district()))
                .orElseThrow(() -> new NotFound("enterprise " + id));
    }

    /** Companies by name. */
    public Listing<EnterpriseView> list(String text, Conditions where) {
        return names.find(NameQuery.of(SearchText.of(text), where), (row, i) -> view(row));
    }

    /**
     * The active companies of the whole city by name: what a committee chooses from.
     *
     * @param text any part of the name or the credit code, as typed; empty for all
     */
    public Listing<EnterpriseView> active(String text) {
        return list(text, new Conditions().constant("state", Optional.of(EnterpriseState.ACTIVE)));
    }

    /**
     * Enters a company; {@code uq_enterprise_credit_code} stands behind the check where two come at once.
     *
     * @throws Refusal where the credit code is known already
     */
    @Transactional
    public EnterpriseId register(NewEnterprise company) {
        if (enterprises.existsByCreditCode(company.creditCode())) {
            throw Refusal.because("enterprise.refusal.credit-code-known");
        }
        Enterprise enterprise = Enterprise.registered(company, clock.instant());
        organisations.register(enterprise.entry());
        enterprises.saveAndFlush(enterprise);
        trail.record(event("ENTERPRISE_ENTERED", enterprise)
                .change("creditCode", null, enterprise.creditCode())
                .change("qualification", null, company.qualification()));
        return enterprise.id();
    }

    /**
     * 停用: from this commit on its people and those of its branches are out and can't sign in, nobody can choose it; its records
     * stay.
     *
     * @throws Refusal where it is disabled already
     */
    @Transactional
    public void disable(EnterpriseId id, String reason, CurrentUser by) {
        Enterprise enterprise = locked(id);
        enterprise.disable();
        enterprises.flush();
        organisations.disable(id.ref(), reason, by);
        trail.record(event("ENTERPRISE_DISABLED", enterprise)
                .change("state", EnterpriseState.ACTIVE, enterprise.state())
                .change("reason", null, reason));
    }

    /**
     * 启用, after a 停用: what rested goes on as it was.
     *
     * @throws Refusal where it is not disabled
     */
    @Transactional
    public void enable(EnterpriseId id, String reason) {
        Enterprise enterprise = locked(id);
        enterprise.enable();
        enterprises.flush();
        organisations.enable(id.ref());
        trail.record(event("ENTERPRISE_ENABLED", enterprise)
                .change("state", EnterpriseState.DISABLED, enterprise.state())
                .change("reason", null, reason));
    }

    private Enterprise locked(EnterpriseId id) {
        return enterprises.lock(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }

    private static AuditEvent event(String action, Enterprise enterprise) {
        return AuditEvent.of(action).on("enterprise", enterprise.id(), enterprise.name());
    }

    /**
     * Keeps the company from being disabled until the running transaction ends, many can do so at once; whoever begins something
     * for it calls this first. Of that and a 停用 the one that comes second waits, and then sees what the first has done.
     *
     * @throws Refusal where it is disabled
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockActive(EnterpriseId id) {
        String state = jdbc.sql("SELECT state FROM enterprise WHERE id = :id FOR SHARE")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("enterprise " + id));
        if (EnterpriseState.valueOf(state) != EnterpriseState.ACTIVE) {
            throw Refusal.because("enterprise.refusal.disabled");
        }
    }

    private static EnterpriseView view(ResultSet row) throws SQLException {
        UUID district = row.getObject("district_id", UUID.class);
        String phone = row.getString("phone");
        String representative = row.getString("legal_representative");
        return new EnterpriseView(
                new EnterpriseId(row.getObject("id", UUID.class)),
                new CreditCode(row.getString("credit_code")),
                row.getString("name"),
                representative == null ? null : new PersonName(representative),
                row.getString("registered_address"),
                row.getString("office_address"),
                district == null ? null : new DistrictId(district),
                new PersonName(row.getString("contact_name")),
                new MobileNumber(row.getString("contact_mobile")),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("email"),
                Qualification.valueOf(row.getString("qualification")),
                EnterpriseState.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant());
    }
}
