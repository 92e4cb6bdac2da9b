package org.maintenancefund.fundaccount;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;

/** A bank account of the fund: told by one person of the municipal centre, compared with the bank's paper by another. */
@Entity
@Table(name = "fund_account")
class FundAccount {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private FundAccountId id;

    private String bank;
    private String name;
    private String number;

    @Enumerated(EnumType.STRING)
    private Custody custody;

    private Money openingBalance;
    private LocalDate openingDay;

    @Getter
    @Enumerated(EnumType.STRING)
    private FundAccountState state;

    private UUID proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;

    @Getter
    private String returnReason = "";

    @Version
    private @Nullable Integer version;

    protected FundAccount() {}

    static FundAccount proposed(FundAccountDetails told, CurrentUser by, Instant now) {
        FundAccount account = new FundAccount();
        account.id = FundAccountId.next();
        account.state = FundAccountState.PROPOSED;
        account.tell(told, by, now);
        return account;
    }

    /** Tells it otherwise; whoever does has proposed it from then on. */
    void revise(FundAccountDetails told, CurrentUser by, Instant now) {
        become(FundAccountState.PROPOSED);
        decidedBy = null;
        decidedByName = null;
        decidedAt = null;
        returnReason = "";
        tell(told, by, now);
    }

    private void tell(FundAccountDetails told, CurrentUser by, Instant now) {
        bank = told.bank();
        name = told.name();
        number = told.number();
        custody = told.custody();
        openingBalance = told.openingBalance();
        openingDay = told.openingDay();
        proposedBy = by.operatorId().value();
        proposedByName = by.personName();
        proposedAt = now;
    }

    void confirm(CurrentUser by, Instant now) {
        decide(FundAccountState.CONFIRMED, by, now);
    }

    void giveBack(String reason, CurrentUser by, Instant now) {
        decide(FundAccountState.RETURNED, by, now);
        returnReason = reason;
    }

    private void decide(FundAccountState decided, CurrentUser by, Instant now) {
        if (isProposedBy(by)) {
            throw Refusal.because("fundaccount.refusal.own");
        }
        become(decided);
        decidedBy = by.operatorId().value();
        decidedByName = by.personName();
        decidedAt = now;
    }

    private void become(FundAccountState next) {
        if (!state.mayBecome(next)) {
            throw Refusal.because("fundaccount.refusal." + state);
        }
        state = next;
    }

    boolean isProposedBy(CurrentUser user) {
        return proposedBy.equals(user.operatorId().value());
    }

    EntryPerson proposer() {
        return new EntryPerson(proposedBy, proposedByName);
    }

    FundAccountRecord view() {
        return new FundAccountRecord(
                id,
                details(),
                state,
                proposedBy,
                proposedByName,
                proposedAt,
                decidedByName,
                decidedAt,
                returnReason,
                version());
    }

    FundAccountDetails details() {
        return new FundAccountDetails(bank, name, number, custody, openingBalance, openingDay);
    }

    int version() {
        return version == null ? 0 : version;
    }
}
