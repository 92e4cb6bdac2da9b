package org.maintenancefund.fundaccount;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers accounts: one person of the municipal centre tells one, another compares it with the bank's paper. What lay in it from the
 * beginning is booked as it is confirmed.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class FundAccountService {

    /** Reason code of a number that another account has. */
    public static final String TAKEN = "fundaccount.number.taken";

    /** Reason code of a day that is still to come. */
    public static final String FUTURE = "fundaccount.opening-day.future";

    private final FundAccountRepository accounts;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Clock clock;

    /** One of them, whoever asks; {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public FundAccountRecord get(FundAccountId id) {
        return accounts.findById(id).map(FundAccount::view).orElseThrow(() -> new NotFound("fund account " + id));
    }

    public FundAccountId propose(FundAccountDetails told, CurrentUser user) {
        requireMunicipal(user);
        requirePossible(told);
        accounts.findByNumber(told.number()).ifPresent(other -> {
            throw Refusal.because(TAKEN);
        });
        FundAccount account = FundAccount.proposed(told, user, clock.instant());
        accounts.saveAndFlush(account);
        trail.record(event("FUND_ACCOUNT_PROPOSED", account)
                .change("openingBalance", null, told.openingBalance())
                .change("openingDay", null, told.openingDay()));
        return account.id();
    }

    /**
     * Tells an account otherwise that is not confirmed.
     *
     * @param seen the version that the person saw
     * @throws StaleVersion where it was changed or decided since
     */
    public void revise(FundAccountId id, int seen, FundAccountDetails told, CurrentUser user) {
        FundAccount account = lock(id, seen, user);
        requirePossible(told);
        accounts.findByNumber(told.number())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw Refusal.because(TAKEN);
                });
        FundAccountDetails before = account.details();
        account.revise(told, user, clock.instant());
        accounts.flush();
        trail.record(event("FUND_ACCOUNT_REVISED", account)
                .change("bank", before.bank(), told.bank())
                .change("name", before.name(), told.name())
                .change("accountNumber", before.number(), told.number())
                .change("custody", before.custody().label(), told.custody().label())
                .change("openingBalance", before.openingBalance(), told.openingBalance())
                .change("openingDay", before.openingDay(), told.openingDay()));
    }

    /**
     * From then on money lies in it.
     *
     * @param seen the version that the person saw
     * @throws StaleVersion where it was changed or decided since
     * @throws Refusal      where the same person told it
     */
    public void confirm(FundAccountId id, int seen, CurrentUser user) {
        FundAccount account = lock(id, seen, user);
        account.confirm(user, clock.instant());
        accounts.flush();
        FundAccountDetails told = account.details();
        if (told.openingBalance().isPositive()) {
            ledger.post(new NewEntry(
                    id,
                    EntryKind.ACCOUNT_OPENING,
                    told.openingDay(),
                    told.number(),
                    List.of(
                            Posting.debit(LedgerAccount.BANK, told.openingBalance()),
                            Posting.credit(LedgerAccount.OPENING, told.openingBalance())),
                    account.proposer(),
                    EntryPerson.of(user)));
        }
        trail.record(event("FUND_ACCOUNT_CONFIRMED", account)
                .change("openingBalance", null, told.openingBalance())
                .change("openingDay", null, told.openingDay()));
    }

    /**
     * 退回: it is to be told otherwise.
     *
     * @param seen the version that the person saw
     * @throws StaleVersion where it was changed or decided since
     * @throws Refusal      where the same person told it
     */
    public void giveBack(FundAccountId id, int seen, String reason, CurrentUser user) {
        FundAccount account = lock(id, seen, user);
        account.giveBack(reason, user, clock.instant());
        accounts.flush();
        trail.record(event("FUND_ACCOUNT_RETURNED", account).change("reason", null, reason));
    }

    private FundAccount lock(FundAccountId id, int seen, CurrentUser user) {
        requireMunicipal(user);
        FundAccount account = accounts.lock(id).orElseThrow(() -> new NotFound("fund account " + id));
        if (account.version() != seen) {
            throw new StaleVersion(id);
        }
        return account;
    }

    private void requirePossible(FundAccountDetails told) {
        if (told.openingDay().isAfter(LocalDate.now(clock))) {
            throw Refusal.because(FUTURE);
        }
    }

    private static void requireMunicipal(CurrentUser user) {
        if (!user.is(Role.MUNICIPAL_STAFF)) {
            throw new NotFound("fund accounts to change");
        }
    }

    private static AuditEvent event(String action, FundAccount account) {
        return AuditEvent.of(action)
                .on(
                        "fundAccount",
                        account.id(),
                        account.details().bank() + " " + account.details().number());
    }
}
