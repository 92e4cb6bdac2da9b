package org.maintenancefund.billing.standard;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;

/** A standard (收取标准), from its proposal on. What it says never changes; only what became of it does, and that once. */
@Entity
@Table(name = "charge_standard")
class ChargeStandardEntity {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ChargeStandardId id;

    /** Null for the city's. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private @Nullable AreaId area;

    @Enumerated(EnumType.STRING)
    private UnitUse use;

    private boolean lift;
    private Rate rate;
    private YearMonth validFrom;
    private String document;

    @Enumerated(EnumType.STRING)
    private StandardState state;

    private @Nullable UUID proposedBy;
    private @Nullable String proposedByName;
    private @Nullable Instant proposedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private String reason = "";
    private @Nullable String approvedBy;

    @Version
    private @Nullable Integer version;

    protected ChargeStandardEntity() {}

    private static ChargeStandardEntity of(StandardProposal told, StandardState state) {
        ChargeStandardEntity standard = new ChargeStandardEntity();
        standard.id = ChargeStandardId.next();
        standard.use = told.use();
        standard.lift = told.lift();
        standard.rate = told.rate();
        standard.validFrom = told.from();
        standard.document = told.document();
        standard.state = state;
        return standard;
    }

    /** One of the city's, which waits for a second person. */
    static ChargeStandardEntity proposed(StandardProposal told, CurrentUser by, Instant now) {
        ChargeStandardEntity standard = of(told, StandardState.PROPOSED);
        standard.proposedBy = by.operatorId().value();
        standard.proposedByName = by.personName();
        standard.proposedAt = now;
        return standard;
    }

    /** One of an area's, which holds by the approval of its committee's application. */
    static ChargeStandardEntity approved(AreaId area, StandardProposal told, ApprovedApplication application) {
        ChargeStandardEntity standard = of(told, StandardState.IN_FORCE);
        standard.area = area;
        standard.approvedBy = application.number().value();
        standard.decide(application.approvedBy(), application.approvedAt());
        return standard;
    }

    /**
     * By somebody else than who proposed it.
     *
     * @param current the month that runs: what was billed already has its standard
     */
    void confirm(CurrentUser by, YearMonth current, Instant now) {
        requireSecondPerson(by);
        if (validFrom.isBefore(current)) {
            throw Refusal.because("billing.standard.refusal.begun", validFrom);
        }
        become(StandardState.IN_FORCE);
        decide(by, now);
    }

    /** By somebody else than who proposed it, with the reason. */
    void reject(String why, CurrentUser by, Instant now) {
        requireSecondPerson(by);
        become(StandardState.REJECTED);
        reason = why;
        decide(by, now);
    }

    /** By who proposed it. */
    void withdraw(CurrentUser by, Instant now) {
        if (!by.operatorId().value().equals(proposedBy)) {
            throw Refusal.because("billing.standard.refusal.not-own", proposer());
        }
        become(StandardState.WITHDRAWN);
        decide(by, now);
    }

    private void requireSecondPerson(CurrentUser by) {
        if (by.operatorId().value().equals(proposedBy)) {
            throw Refusal.because("billing.standard.refusal.own");
        }
    }

    private void become(StandardState next) {
        if (!state.canBecome(next)) {
            throw Refusal.because("billing.standard.refusal.decided", state.label());
        }
        state = next;
    }

    private void decide(CurrentUser by, Instant now) {
        decidedBy = by.operatorId().value();
        decidedByName = by.personName();
        decidedAt = now;
    }

    private String proposer() {
        return Objects.requireNonNull(proposedByName);
    }

    ChargeStandardId id() {
        return id;
    }

    YearMonth validFrom() {
        return validFrom;
    }

    String document() {
        return document;
    }

    String reason() {
        return reason;
    }

    Rate rate() {
        return rate;
    }

    int version() {
        return version == null ? 0 : version;
    }

    /** 住宅，有电梯：0.25 元/㎡·月，从 2027-01 起. */
    String words() {
        return StandardWords.whole(use, lift, rate, validFrom);
    }

    /** Of one of the city's. */
    StandardView view() {
        return new StandardView(
                id,
                use,
                lift,
                rate,
                validFrom,
                document,
                state,
                Objects.requireNonNull(proposedBy),
                proposer(),
                Objects.requireNonNull(proposedAt),
                decidedByName,
                decidedAt,
                reason,
                version());
    }
}
