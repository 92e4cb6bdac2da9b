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
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;

/** A trial that was proposed, and what became of it. One proposes, another person confirms; then its bills are there. */
@Entity
@Getter
@Table(name = "billing_run")
public class BillingRun {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RunId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private AreaId area;

    private YearMonth period;

    @Enumerated(EnumType.STRING)
    private RunKind kind;

    @Enumerated(EnumType.STRING)
    private RunState state;

    private int bills;
    private Money total;
    private String fingerprint;
    private String remark;
    private Instant proposedAt;
    private UUID proposedBy;
    private String proposedByName;
    private @Nullable Instant confirmedAt;
    private @Nullable UUID confirmedBy;
    private @Nullable String confirmedByName;
    private @Nullable Instant takenBackAt;
    private @Nullable UUID takenBackBy;
    private @Nullable String takenBackByName;
    private @Nullable String takenBackReason;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected BillingRun() {}

    @SuppressWarnings("NullAway")
    static BillingRun proposed(Trial trial, String remark, CurrentUser by, Instant now) {
        BillingRun run = new BillingRun();
        run.id = RunId.next();
        run.area = trial.area();
        run.period = trial.period();
        run.kind = trial.kind();
        run.state = RunState.PROPOSED;
        run.bills = Math.toIntExact(trial.bills());
        run.total = trial.total();
        run.fingerprint = trial.fingerprint();
        run.remark = remark;
        run.proposedAt = now;
        run.proposedBy = by.operatorId().value();
        run.proposedByName = by.personName();
        return run;
    }

    /** 出账, by another person than who proposed it. */
    void confirm(CurrentUser by, Instant now) {
        if (state == RunState.BILLED) {
            throw Refusal.because("billing.run.refusal.already", period, String.valueOf(confirmedByName));
        }
        if (state == RunState.PROPOSED && isProposedBy(by)) {
            throw Refusal.because("billing.run.refusal.same-person");
        }
        become(RunState.BILLED);
        confirmedAt = now;
        confirmedBy = by.operatorId().value();
        confirmedByName = by.personName();
    }

    /** 作废, before anybody confirmed it. */
    void discard() {
        become(RunState.DISCARDED);
    }

    /** 撤回 with a reason, while nothing of it is paid. */
    void takeBack(String reason, CurrentUser by, Instant now) {
        become(RunState.TAKEN_BACK);
        takenBackAt = now;
        takenBackBy = by.operatorId().value();
        takenBackByName = by.personName();
        takenBackReason = reason;
    }

    public boolean isProposedBy(CurrentUser user) {
        return proposedBy.equals(user.operatorId().value());
    }

    public int version() {
        return version == null ? 0 : version;
    }

    private void become(RunState next) {
        if (!state.canBecome(next)) {
            throw Refusal.because("billing.run.refusal.state", period, state.label());
        }
        state = next;
    }
}
