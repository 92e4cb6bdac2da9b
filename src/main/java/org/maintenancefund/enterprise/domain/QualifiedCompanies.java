package org.maintenancefund.enterprise.domain;

import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.SharedCompanies;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The companies of the city's 物业管理信息系统 as they are kept here. */
@Service
@Transactional
@RequiredArgsConstructor
public class QualifiedCompanies implements SharedCompanies {

    private static final Logger log = LoggerFactory.getLogger(QualifiedCompanies.class);

    private final EnterpriseRepository enterprises;
    private final EnterpriseMatches matches;
    private final Organisations organisations;
    private final Districts districts;
    private final SharedDirectory directory;
    private final SharedNames names;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * Whether the company signs in with the shared account and never registers here: known as qualified, or in the
     * directory although nobody has signed in yet. Looks at what the directory said last and waits for nobody, so that it may
     * be asked in any transaction.
     */
    @Transactional(readOnly = true)
    public boolean isKnownQualified(CreditCode creditCode) {
        return enterprises.existsByCreditCodeAndQualification(creditCode, Qualification.QUALIFIED)
                || names.hasCompany(creditCode);
    }

    /**
     * Asks the directory for the company, so that {@link #isKnownQualified} answers of today. While the directory is down what
     * it said last goes on: who registers does not wait for it again and again. So it does in a transaction (the demo city is
     * loaded in one), where nobody may wait for an answer.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void askDirectory(CreditCode creditCode) {
        if (!directory.isConfigured()
                || directory.failedJustNow()
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        try {
            names.see(creditCode, directory.ofCompany(creditCode));
        } catch (SharedDirectoryDown down) {
            log.info(Messages.of("enterprise.log.unchecked"));
        }
    }

    /** {@code uq_enterprise_credit_code} stands behind it where two of one company come in for the first time at once. */
    @Override
    public Checked<OrgRef> admit(SharedPerson person) {
        Optional<Enterprise> known = enterprises.lockByCreditCode(person.creditCode());
        if (known.isEmpty()) {
            return enter(person);
        }
        Enterprise company = known.get();
        if (company.state() == EnterpriseState.DISABLED) {
            return Checked.refused("enterprise.shared.disabled");
        }
        if (!company.isQualified()) {
            return Checked.refused(
                    matches.find(company, person) == EnterpriseMatches.Found.REJECTED
                            ? "enterprise.shared.rejected"
                            : "enterprise.shared.unconfirmed");
        }
        refresh(company, person);
        return Checked.ok(company.id().ref());
    }

    /**
     * What a refresh did to a company.
     *
     * @param company the company, where it is a qualified one; null where it is unknown or registered here
     * @param changed whether its name or district is another now
     * @param matched true where its district is now asked whether this is the company registered here
     */
    public record Refreshed(@Nullable OrgRef company, boolean changed, boolean matched) {}

    /** Takes over what the directory says of a company that is known already; finds a match where it registered here. */
    public Refreshed refresh(SharedPerson person) {
        Enterprise known = enterprises.lockByCreditCode(person.creditCode()).orElse(null);
        if (known == null) {
            return new Refreshed(null, false, false);
        }
        if (!known.isQualified()) {
            return new Refreshed(null, false, matches.find(known, person) == EnterpriseMatches.Found.NEW);
        }
        return new Refreshed(known.id().ref(), refresh(known, person), false);
    }

    /** 选择所属区, by a person of a company whose district the directory does not know. */
    public void settle(EnterpriseId id, DistrictId district, CurrentUser by) {
        Enterprise company = enterprises.lockExisting(id);
        company.settle(district);
        enterprises.flush();
        organisations.register(company.entry());
        trail.record(company.event("ENTERPRISE_DISTRICT_CHOSEN")
                .change("district", null, districts.get(district).name()));
    }

    private Checked<OrgRef> enter(SharedPerson person) {
        if (person.mobile() == null) {
            throw Refusal.because("account.shared.no-mobile");
        }
        Enterprise entered = Enterprise.qualified(person, person.mobile(), district(person), clock.instant());
        organisations.register(entered.entry());
        enterprises.saveAndFlush(entered);
        trail.record(entered.event("ENTERPRISE_ENTERED")
                .change("creditCode", null, entered.creditCode())
                .change("qualification", null, "QUALIFIED"));
        return Checked.ok(entered.id().ref());
    }

    private boolean refresh(Enterprise company, SharedPerson person) {
        String name = company.name();
        String district = name(company.district());
        // A district chosen by its person stays until the directory knows one.
        if (!company.refresh(person.companyName(), district(person))) {
            return false;
        }
        enterprises.flush();
        organisations.register(company.entry());
        trail.record(company.event("ENTERPRISE_REFRESHED")
                .change("name", name, company.name())
                .change("district", district, name(company.district())));
        return true;
    }

    private @Nullable String name(@Nullable DistrictId district) {
        return district == null ? null : districts.get(district).name();
    }

    private @Nullable DistrictId district(SharedPerson person) {
        return districts.all().stream()
                .filter(centre -> is(centre, person))
                .map(DistrictCentre::id)
                .findFirst()
                .orElse(null);
    }

    private static boolean is(DistrictCentre centre, SharedPerson person) {
        String name = ChineseText.fold(person.districtName());
        String code = ChineseText.fold(person.districtCode());
        return !name.isEmpty() && ChineseText.fold(centre.name()).equals(name)
                || !code.isEmpty() && ChineseText.fold(centre.code()).equals(code);
    }
}
