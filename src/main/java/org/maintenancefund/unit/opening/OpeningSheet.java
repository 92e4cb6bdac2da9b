package org.maintenancefund.unit.opening;

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
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.OpeningState;

/** The opening balances of an area, without their lines, of which there are thousands. */
@Entity
@Table(name = "opening_sheet")
public class OpeningSheet {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OpeningId id;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private AreaId area;

    private LocalDate asOf;
    private Money takenOver;
    private String explanation;

    @Getter
    @Enumerated(EnumType.STRING)
    private OpeningState state;

    private Instant stateSince;
    private UUID madeBy;
    private String madeByName;
    private UUID changedBy;
    private String changedByName;
    private Instant changedAt;
    private @Nullable UUID checkedBy;
    private @Nullable String checkedByName;
    private @Nullable Instant checkedAt;
    private @Nullable Integer units;
    private @Nullable Money total;
    private @Nullable String returnedByName;
    private @Nullable Instant returnedAt;
    private String returnReason = "";
    private @Nullable UUID approvedBy;
    private @Nullable String approvedByName;
    private @Nullable Instant approvedAt;

    @Version
    private @Nullable Integer version;

    protected OpeningSheet() {}

    static OpeningSheet begun(AreaId area, OpeningHeader header, CurrentUser by, Instant now) {
        OpeningSheet sheet = new OpeningSheet();
        sheet.id = OpeningId.next();
        sheet.area = area;
        sheet.state = OpeningState.DRAFT;
        sheet.stateSince = now;
        sheet.tell(header, by, now);
        return sheet;
    }

    /** Another day, or other amounts. */
    void revise(OpeningHeader header, CurrentUser by, Instant now) {
        touch(by, now);
        tell(header, by, now);
    }

    private void tell(OpeningHeader header, CurrentUser by, Instant now) {
        asOf = header.asOf();
        takenOver = header.takenOver();
        explanation = header.explanation();
        madeBy = by.operatorId().value();
        madeByName = by.personName();
        changed(by, now);
    }

    /** A line of it changes: what was returned is a draft again, which nobody has checked. */
    void touch(CurrentUser by, Instant now) {
        if (!state.isOpen()) {
            throw Refusal.because("unit.opening.refusal." + state);
        }
        if (state == OpeningState.RETURNED) {
            become(OpeningState.DRAFT, now);
            checkedBy = null;
            checkedByName = null;
            checkedAt = null;
            units = null;
            total = null;
        }
        changed(by, now);
    }

    private void changed(CurrentUser by, Instant now) {
        changedBy = by.operatorId().value();
        changedByName = by.personName();
        changedAt = now;
    }

    /** 复核 by somebody who had no hand in it, with what its lines come to. */
    void check(OpeningFigures.Sum sum, CurrentUser by, Instant now) {
        become(OpeningState.CHECKED, now);
        checkedBy = by.operatorId().value();
        checkedByName = by.personName();
        checkedAt = now;
        units = Math.toIntExact(sum.units());
        total = sum.balance();
    }

    void approve(CurrentUser by, Instant now) {
        become(OpeningState.APPROVED, now);
        approvedBy = by.operatorId().value();
        approvedByName = by.personName();
        approvedAt = now;
    }

    void giveBack(String reason, CurrentUser by, Instant now) {
        become(OpeningState.RETURNED, now);
        returnReason = reason;
        returnedByName = by.personName();
        returnedAt = now;
    }

    private void become(OpeningState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw Refusal.because("unit.opening.refusal." + state);
        }
        state = next;
        stateSince = now;
    }

    /** Its area goes into that one, or comes back from there. */
    void moveTo(AreaId other) {
        area = other;
    }

    /** Whether somebody typed its day and amounts, or changed it last; of its lines {@link OpeningFigures#makers} knows. */
    boolean isMadeBy(CurrentUser user) {
        UUID person = user.operatorId().value();
        return madeBy.equals(person) || changedBy.equals(person);
    }

    int version() {
        return version == null ? 0 : version;
    }

    OpeningView view() {
        return new OpeningView(
                id,
                area,
                new OpeningHeader(asOf, takenOver, explanation),
                state,
                stateSince,
                new OpeningView.By(changedByName, changedAt),
                by(checkedByName, checkedAt),
                returnReason,
                by(returnedByName, returnedAt),
                by(approvedByName, approvedAt),
                version());
    }

    private static OpeningView.@Nullable By by(@Nullable String name, @Nullable Instant at) {
        return name == null || at == null ? null : new OpeningView.By(name, at);
    }
}
