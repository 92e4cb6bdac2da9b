package org.maintenancefund.collection.remittance;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;

/** 缴存单: declarations of one company, of areas of one district, into one account; what of it has reached the account, and its entry. */
@Entity
@Table(name = "remittance_slip")
class RemittanceSlip {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SlipId id;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private SlipNumber number;

    @Getter
    private UUID enterpriseId;

    @Getter
    private UUID organisationId;

    @Getter
    private UUID districtId;

    @Getter
    private UUID accountId;

    @Getter
    private Money amount;

    private int receipts;
    private Money arrived;
    private @Nullable LocalDate arrivedOn;

    @Getter
    @Enumerated(EnumType.STRING)
    private SlipState state;

    private UUID madeBy;
    private String madeByName;
    private Instant madeAt;
    private @Nullable UUID submittedBy;
    private @Nullable String submittedByName;
    private @Nullable Instant submittedAt;
    private @Nullable LocalDate submittedOn;
    private @Nullable String voidedByName;
    private @Nullable Instant voidedAt;
    private @Nullable String voidReason;
    private @Nullable UUID bookedBy;
    private @Nullable String bookedByName;
    private @Nullable Instant bookedAt;
    private @Nullable LocalDate bookedOn;
    private @Nullable String entry;

    @Version
    private @Nullable Integer version;

    protected RemittanceSlip() {}

    /** A draft of these declarations, which have the same account and lie in one district. */
    static RemittanceSlip drafted(
            SlipNumber number,
            SlipChoice.Destination into,
            Collection<Declaration> declarations,
            CurrentUser by,
            Instant now) {
        RemittanceSlip slip = new RemittanceSlip();
        slip.id = SlipId.next();
        slip.number = number;
        slip.enterpriseId = declarations.iterator().next().enterpriseId();
        slip.organisationId = by.organisation().id();
        slip.districtId = into.district();
        slip.arrived = Money.ZERO;
        slip.state = SlipState.DRAFT;
        slip.madeBy = by.operatorId().value();
        slip.madeByName = by.personName();
        slip.madeAt = now;
        slip.choose(into, declarations);
        return slip;
    }

    /** Other declarations, while it is a draft. */
    void choose(SlipChoice.Destination into, Collection<Declaration> declarations) {
        if (state != SlipState.DRAFT) {
            throw refused();
        }
        if (!into.district().equals(districtId)) {
            throw Refusal.because("remittance.slip.other-district");
        }
        accountId = into.account();
        amount = Money.sum(declarations.stream().map(Declaration::amount));
        receipts = declarations.stream().mapToInt(Declaration::receipts).sum();
    }

    void submit(CurrentUser by, LocalDate today, Instant now) {
        become(SlipState.SUBMITTED);
        submittedBy = by.operatorId().value();
        submittedByName = by.personName();
        submittedAt = now;
        submittedOn = today;
    }

    /** 作废, before any money of it came. */
    void discard(String reason, CurrentUser by, Instant now) {
        become(SlipState.VOIDED);
        voidedByName = by.personName();
        voidedAt = now;
        voidReason = reason;
    }

    /** @throws Refusal where the account doesn't wait for it, or not for as much */
    void arrive(Money more, LocalDate day) {
        if (!state.isExpected()) {
            throw refused();
        }
        Money then = arrived.plus(more);
        if (then.compareTo(amount) > 0) {
            throw Refusal.because("remittance.slip.too-much", number, amount.minus(arrived), more);
        }
        receive(then, day);
    }

    /** @throws Refusal where it is booked, or less of it has arrived */
    void giveBack(Money less, LocalDate day) {
        if (state != SlipState.ARRIVED && state != SlipState.PARTLY_ARRIVED) {
            throw refused();
        }
        Money then = arrived.minus(less);
        if (then.isNegative()) {
            throw Refusal.because("remittance.slip.too-little", number, arrived, less);
        }
        receive(then, day);
    }

    private void receive(Money then, LocalDate day) {
        SlipState next = then.isZero()
                ? SlipState.SUBMITTED
                : then.equals(amount) ? SlipState.ARRIVED : SlipState.PARTLY_ARRIVED;
        become(next);
        arrived = then;
        arrivedOn = next == SlipState.ARRIVED ? day : null;
    }

    /** @param number of the entry in the books */
    void book(String number, CurrentUser by, LocalDate today, Instant now) {
        become(SlipState.BOOKED);
        bookedBy = by.operatorId().value();
        bookedByName = by.personName();
        bookedAt = now;
        bookedOn = today;
        entry = number;
    }

    /** What was booked by it is reversed; answers the number of that entry. */
    String unbook() {
        become(SlipState.ARRIVED);
        String reversed = Objects.requireNonNull(entry);
        bookedBy = null;
        bookedByName = null;
        bookedAt = null;
        bookedOn = null;
        entry = null;
        return reversed;
    }

    /** Known before anything is written: whether it may be booked at all. */
    void requireArrived() {
        if (!state.mayBecome(SlipState.BOOKED)) {
            throw refused();
        }
    }

    private void become(SlipState next) {
        if (!state.mayBecome(next)) {
            throw refused();
        }
        state = next;
    }

    private Refusal refused() {
        return Refusal.because("remittance.slip.state", number, state.label());
    }

    int version() {
        return version == null ? 0 : version;
    }
}
