package org.maintenancefund.enterprise;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.domain.Enterprise;
import org.maintenancefund.enterprise.domain.EnterpriseRepository;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The property companies (物业服务企业) of the city: entered and changed, read by id, by credit code, by any part of name or code. */
@Service
@RequiredArgsConstructor
public class Enterprises {

    private static final String COLUMNS = "id, credit_code, name, district_id AS district, registered_address,"
            + " office_address, contact_name, contact_mobile, qualification, state, legal_representative, phone, email,"
            + " created_at, registered_by, code_accepted";

    private static final RowMapper<EnterpriseView> ROWS = new RecordRows<>(EnterpriseView.class);
    private static final String SELECT = "SELECT " + COLUMNS + " FROM enterprise ";

    /** Some thousands of companies in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE =
            SearchedTable.readThrough(COLUMNS, "enterprise", "name_key = :key OR credit_code = upper(:key)");

    private final EnterpriseRepository enterprises;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Clock clock;
    private final JdbcClient jdbc;

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
                .query(ROWS)
                .list();
    }

    public Optional<EnterpriseView> find(CreditCode creditCode) {
        return jdbc.sql(SELECT + "WHERE credit_code = :code")
                .param("code", creditCode.value())
                .query(ROWS)
                .optional();
    }

    /** A company for staff; {@link NotFound} where there is none or it is another district's. */
    public EnterpriseView get(EnterpriseId id, CurrentUser user) {
        return find(id).filter(company -> user.sees(company.district()))
                .orElseThrow(() -> new NotFound("enterprise " + id));
    }

    /** Companies by name. */
    public Listing<EnterpriseView> list(String text, Conditions where) {
        return new NameSearch(jdbc, TABLE).find(NameQuery.of(SearchText.of(text), where), ROWS);
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
        trail.record(enterprise
                .event("ENTERPRISE_ENTERED")
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
        Enterprise enterprise = enterprises.lockExisting(id);
        enterprise.disable();
        enterprises.flush();
        organisations.disable(id.ref(), reason, by);
        trail.record(enterprise
                .event("ENTERPRISE_DISABLED")
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
        Enterprise enterprise = enterprises.lockExisting(id);
        enterprise.enable();
        enterprises.flush();
        organisations.enable(id.ref());
        trail.record(enterprise
                .event("ENTERPRISE_ENABLED")
                .change("state", EnterpriseState.DISABLED, enterprise.state())
                .change("reason", null, reason));
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
}
