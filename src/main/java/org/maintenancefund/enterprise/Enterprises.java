package org.maintenancefund.enterprise;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.enterprise.domain.EnterpriseLocks;
import org.maintenancefund.enterprise.domain.EnterpriseRegister;
import org.maintenancefund.enterprise.domain.EnterpriseSearches;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The property companies (物业服务企业) of the city. */
@Service
public class Enterprises {

    private static final Logger log = LoggerFactory.getLogger(Enterprises.class);

    private final EnterpriseRegister register;
    private final EnterpriseSearches searches;
    private final EnterpriseLocks locks;
    private final SharedDirectory directory;
    private final SharedNames names;

    Enterprises(
            EnterpriseRegister register,
            EnterpriseSearches searches,
            EnterpriseLocks locks,
            SharedDirectory directory,
            SharedNames names) {
        this.register = register;
        this.searches = searches;
        this.locks = locks;
        this.directory = directory;
        this.names = names;
    }

    /** The company; throws {@link NotFound} where there is none. */
    public EnterpriseView get(EnterpriseId id) {
        return find(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }

    public Optional<EnterpriseView> find(EnterpriseId id) {
        return searches.views(List.of(id)).stream().findFirst();
    }

    public Optional<EnterpriseView> find(CreditCode creditCode) {
        return searches.find(creditCode);
    }

    /**
     * Whether the company signs in with the shared account and never registers here: known as qualified, or in the
     * directory although nobody has signed in yet. Looks at what the directory said last and waits for nobody, so that it may
     * be asked in any transaction.
     */
    public boolean isKnownQualified(CreditCode creditCode) {
        return find(creditCode)
                        .filter(company -> company.qualification() == Qualification.QUALIFIED)
                        .isPresent()
                || names.hasCompany(creditCode);
    }

    /**
     * Asks the directory for the company, so that {@link #isKnownQualified} answers of today. While the directory is down what
     * it said last goes on: who registers does not wait for it again and again. So it does in a transaction (the demo city is
     * loaded in one), where nobody may wait for an answer.
     */
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

    /** Several companies at once, in no order; unknown ids are left out. */
    public List<EnterpriseView> views(Collection<EnterpriseId> ids) {
        return searches.views(ids);
    }

    /**
     * The active companies of the whole city by name: what a committee chooses from.
     *
     * @param text any part of the name or the credit code, as typed; empty for all
     */
    public Listing<EnterpriseView> active(String text) {
        return searches.list(text, new Conditions().constant("state", Optional.of(EnterpriseState.ACTIVE)))
                .map(found -> found.stream().map(EnterpriseCard::view).toList());
    }

    /**
     * Enters a company.
     *
     * @throws org.maintenancefund.kernel.Refusal where the credit code is known already
     */
    public EnterpriseId register(NewEnterprise company) {
        return register.register(company);
    }

    /**
     * 停用: its people and its offices' are signed out and can't sign in, nobody can choose it; its records stay.
     *
     * @throws org.maintenancefund.kernel.Refusal where it is disabled already
     */
    public void disable(EnterpriseId id, String reason, CurrentUser by) {
        register.disable(id, reason, by);
    }

    /**
     * 启用, after a 停用: everything is as it was.
     *
     * @throws org.maintenancefund.kernel.Refusal where it is not disabled
     */
    public void enable(EnterpriseId id, String reason) {
        register.enable(id, reason);
    }

    /**
     * Keeps the company from being disabled until the running transaction ends; whoever begins something for it calls this
     * first.
     *
     * @throws org.maintenancefund.kernel.Refusal where it is disabled
     */
    public void lockActive(EnterpriseId id) {
        locks.lockActive(id);
    }
}
