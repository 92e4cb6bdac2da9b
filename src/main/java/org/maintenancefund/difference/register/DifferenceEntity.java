package org.maintenancefund.difference.register;

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
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.kernel.Refusal;

/** A difference, for what people do with it. What it is of stays as it was raised and is not mapped. */
@Entity
@Getter
@Table(name = "difference")
class DifferenceEntity {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private DifferenceNumber number;

    private String subject;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private @Nullable DistrictId district;

    @Enumerated(EnumType.STRING)
    private DifferenceOwner owner;

    private @Nullable UUID ownerId;
    private @Nullable String ownerName;

    @Enumerated(EnumType.STRING)
    private DifferenceState state;

    private @Nullable String closingEntry;
    private @Nullable Instant settledAt;
    private @Nullable UUID settledBy;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected DifferenceEntity() {}

    /** Whether the person is one of those who look after it. */
    boolean isOf(CurrentUser user) {
        return DifferenceRights.looksAfter(owner, district, user);
    }

    void explain() {
        become(DifferenceState.EXPLAINED);
    }

    void settle(@Nullable String entry, CurrentUser by, Instant now) {
        become(DifferenceState.SETTLED);
        closingEntry = entry;
        settledAt = now;
        settledBy = by.operatorId().value();
    }

    /** Somebody of the owner's people takes it on. */
    void take(CurrentUser by) {
        requireLive();
        ownerId = by.operatorId().value();
        ownerName = by.personName();
    }

    /**
     * Others look after it from now on: the district's people where the municipal centre's did, and the other way round.
     *
     * @param chosen the district where it is of none yet
     */
    void hand(@Nullable DistrictId chosen, CurrentUser by) {
        requireLive();
        if (by.is(Role.MUNICIPAL_STAFF) && owner == DifferenceOwner.MUNICIPAL) {
            district = district == null ? chosen : district;
            if (district == null) {
                throw Refusal.because("difference.refusal.no-district");
            }
            owner = DifferenceOwner.DISTRICT;
        } else {
            owner = DifferenceOwner.MUNICIPAL;
        }
        ownerId = null;
        ownerName = null;
    }

    void requireLive() {
        if (state == DifferenceState.SETTLED) {
            throw Refusal.because("difference.refusal.settled");
        }
    }

    private void become(DifferenceState next) {
        if (!state.mayBecome(next)) {
            throw Refusal.because("difference.refusal.step." + state);
        }
        state = next;
    }

    int seenVersion() {
        return version == null ? 0 : version;
    }
}
