package org.maintenancefund.billing.run;

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
import java.time.YearMonth;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/** More or less than the formula says, by a document: one proposes, another person confirms. The bill itself stays as it is. */
@Entity
@Getter
@Table(name = "bill_adjustment")
public class BillAdjustment {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AdjustmentId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "unit_id"))
    private UnitId unit;

    private YearMonth period;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "run_id"))
    private RunId run;

    private Money amount;
    private String reason;
    private String document;

    @Enumerated(EnumType.STRING)
    private AdjustmentState state;

    private Instant proposedAt;
    private UUID proposedBy;
    private String proposedByName;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected BillAdjustment() {}

    @SuppressWarnings("NullAway")
    static BillAdjustment proposed(NewAdjustment told, RunId run, CurrentUser by, Instant now) {
        BillAdjustment adjustment = new BillAdjustment();
        adjustment.id = AdjustmentId.next();
        adjustment.unit = told.unit();
        adjustment.period = told.period();
        adjustment.run = run;
        adjustment.amount = told.amount();
        adjustment.reason = told.reason();
        adjustment.document = told.document();
        adjustment.state = AdjustmentState.PROPOSED;
        adjustment.proposedAt = now;
        adjustment.proposedBy = by.operatorId().value();
        adjustment.proposedByName = by.personName();
        return adjustment;
    }

    /** Confirmed or rejected, by another person than who proposed it. */
    void decide(AdjustmentState decision, CurrentUser by, Instant now) {
        if (state == AdjustmentState.PROPOSED && isProposedBy(by)) {
            throw Refusal.because("billing.adjustment.refusal.same-person");
        }
        become(decision);
        decidedAt = now;
        decidedBy = by.operatorId().value();
        decidedByName = by.personName();
    }

    /** Withdrawn by who proposed it. */
    void withdraw(CurrentUser by) {
        if (!isProposedBy(by)) {
            throw Refusal.because("billing.adjustment.refusal.not-own");
        }
        become(AdjustmentState.LAPSED);
    }

    public boolean isProposedBy(CurrentUser user) {
        return proposedBy.equals(user.operatorId().value());
    }

    private void become(AdjustmentState next) {
        if (!state.canBecome(next)) {
            throw Refusal.because("billing.adjustment.refusal.state", state.label());
        }
        state = next;
    }
}
