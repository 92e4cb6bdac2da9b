package org.maintenancefund.collection.receipt;

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
import java.time.YearMonth;
import java.util.UUID;
import lombok.Getter;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * 收款: what a company or office received for a unit. It stays as it was recorded ({@code tg_receipt_unchanged}); what was wrong is
 * reversed by its exact negative. What it pays stands in its allocations, which {@link ReceiptAllocations} writes.
 */
@Entity
@Table(name = "receipt")
@DynamicUpdate
class Receipt {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ReceiptId id;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private ReceiptNumber number;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "unit_id"))
    private UnitId unit;

    /** Moved with the unit by {@link ReceiptMerging}, never from here. */
    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id", updatable = false))
    private AreaId area;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mandate_id"))
    private MandateId mandate;

    private UUID organisationId;

    @Getter
    private UUID enterpriseId;

    @Getter
    private Money amount;

    private LocalDate receivedOn;
    private YearMonth period;

    @Enumerated(EnumType.STRING)
    private PaymentWay way;

    @Enumerated(EnumType.STRING)
    private ReceivedFrom payerKind;

    private String payerName;
    private @Nullable String externalNumber;

    @Getter
    private @Nullable String fiscalNumber;

    private String note;
    private Instant recordedAt;
    private UUID recordedBy;
    private String recordedByName;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reverses"))
    private @Nullable ReceiptId reverses;

    private boolean reversed;

    @Version
    private @Nullable Integer version;

    protected Receipt() {}

    /** @param period the month that it lands in */
    static Receipt recorded(
            ReceiptNumber number, NewReceipt told, Mandate mandate, YearMonth period, CurrentUser by, Instant now) {
        Receipt receipt = new Receipt();
        receipt.id = ReceiptId.next();
        receipt.number = number;
        receipt.unit = told.unit();
        receipt.area = mandate.area();
        receipt.mandate = mandate.id();
        receipt.organisationId = mandate.collector().id();
        receipt.enterpriseId = mandate.enterprise().value();
        receipt.amount = told.amount();
        receipt.receivedOn = told.day();
        receipt.period = period;
        receipt.way = told.way();
        receipt.payerKind = told.from();
        receipt.payerName = told.payer();
        receipt.externalNumber = told.externalNumber();
        receipt.note = told.note();
        receipt.recordedBy(by, now);
        return receipt;
    }

    /**
     * Its exact negative, of the day on which it is reversed.
     *
     * @param reason stands as its note
     */
    Receipt reverse(ReceiptNumber other, LocalDate day, YearMonth open, String reason, CurrentUser by, Instant now) {
        whyNotReversed();
        Receipt negative = new Receipt();
        negative.id = ReceiptId.next();
        negative.number = other;
        negative.unit = unit;
        negative.area = area;
        negative.mandate = mandate;
        negative.organisationId = organisationId;
        negative.enterpriseId = enterpriseId;
        negative.amount = amount.negated();
        negative.receivedOn = day;
        negative.period = open;
        negative.way = way;
        negative.payerKind = payerKind;
        negative.payerName = payerName;
        negative.note = reason;
        negative.recordedBy(by, now);
        negative.reverses = id;
        reversed = true;
        return negative;
    }

    /** @throws Refusal where it can't be reversed: it is already, or it reverses another one */
    void whyNotReversed() {
        if (reversed) {
            throw Refusal.because("collection.reversal.already", number);
        }
        if (reverses != null) {
            throw Refusal.because("collection.reversal.of-reversal");
        }
    }

    /** 补记财政票据号: the number of the state's paper that was given out for it; null takes it off again. */
    void recordFiscalNumber(@Nullable String paper) {
        whyNotReversed();
        fiscalNumber = paper;
    }

    int version() {
        return version == null ? 0 : version;
    }

    private void recordedBy(CurrentUser by, Instant now) {
        recordedAt = now;
        recordedBy = by.operatorId().value();
        recordedByName = by.personName();
    }
}
