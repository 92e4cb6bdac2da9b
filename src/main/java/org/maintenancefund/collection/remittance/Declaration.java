package org.maintenancefund.collection.remittance;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;

/** 缴存申报: what a company has received in an area up to a day and hands over. Its receipts are written by {@link DeclaredReceipts}. */
@Entity
@Table(name = "declaration")
class Declaration {

    @Getter
    @Id
    private UUID id;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private DeclarationNumber number;

    /** Moved where areas are merged by {@link RemittanceMergeParticipant}, never from here. */
    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id", updatable = false))
    private AreaId area;

    @Getter
    private UUID enterpriseId;

    private LocalDate upTo;

    @Getter
    private Money amount;

    @Getter
    private int receipts;

    private LocalDate firstDay;
    private long amountDays;
    private int leftOut;
    private Money leftOutAmount;

    @Getter
    @Enumerated(EnumType.STRING)
    private DeclarationState state;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "slip_id"))
    private @Nullable SlipId slip;

    private UUID proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable UUID confirmedBy;
    private @Nullable String confirmedByName;
    private @Nullable Instant confirmedAt;
    private @Nullable String takenBackByName;
    private @Nullable Instant takenBackAt;
    private @Nullable String takenBackReason;

    @Version
    private @Nullable Integer version;

    protected Declaration() {}

    /**
     * @param id  by which its receipts are written already
     * @param sum what they come to
     */
    static Declaration proposed(
            UUID id,
            DeclarationNumber number,
            RemittanceRights.Holder holder,
            LocalDate upTo,
            DeclaredReceipts.Sum sum,
            DeclaredReceipts.LeftOut leftOut,
            CurrentUser by,
            Instant now) {
        Declaration declaration = new Declaration();
        declaration.id = id;
        declaration.number = number;
        declaration.area = holder.area().id();
        declaration.enterpriseId = holder.enterprise().value();
        declaration.upTo = upTo;
        declaration.amount = sum.amount();
        declaration.receipts = sum.receipts();
        declaration.firstDay = sum.firstDay();
        declaration.amountDays = sum.amountDays();
        declaration.leftOut = leftOut.receipts();
        declaration.leftOutAmount = leftOut.amount();
        declaration.state = DeclarationState.PROPOSED;
        declaration.proposedBy = by.operatorId().value();
        declaration.proposedByName = by.personName();
        declaration.proposedAt = now;
        return declaration;
    }

    /** @throws Refusal where it is confirmed or taken back already, or by whoever declared it */
    void confirm(CurrentUser by, Instant now) {
        if (by.operatorId().value().equals(proposedBy)) {
            throw Refusal.because("remittance.declaration.same-person");
        }
        become(DeclarationState.CONFIRMED);
        confirmedBy = by.operatorId().value();
        confirmedByName = by.personName();
        confirmedAt = now;
    }

    /** @throws Refusal where it is in a slip, or taken back already */
    void takeBack(String reason, CurrentUser by, Instant now) {
        if (slip != null) {
            throw Refusal.because("remittance.declaration.in-slip", number);
        }
        become(DeclarationState.TAKEN_BACK);
        takenBackByName = by.personName();
        takenBackAt = now;
        takenBackReason = reason;
    }

    /** @throws Refusal where it is not confirmed, or is in another slip */
    void enter(SlipId into) {
        if (state != DeclarationState.CONFIRMED || slip != null && !slip.equals(into)) {
            throw Refusal.because("remittance.slip.declaration-gone", number);
        }
        slip = into;
    }

    void leaveSlip() {
        slip = null;
    }

    void book() {
        become(DeclarationState.BOOKED);
    }

    /** Its slip was booked, and that is reversed. */
    void unbook() {
        become(DeclarationState.CONFIRMED);
    }

    private void become(DeclarationState next) {
        if (!state.mayBecome(next)) {
            throw Refusal.because("remittance.declaration.state", number, state.label());
        }
        state = next;
    }

    int version() {
        return version == null ? 0 : version;
    }
}
