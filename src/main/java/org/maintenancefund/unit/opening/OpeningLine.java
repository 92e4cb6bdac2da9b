package org.maintenancefund.unit.opening;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/** The opening balance of a unit. Whoever entered it last is who somebody else checks. */
@Entity
@Table(name = "opening_line")
public class OpeningLine {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "unit_id"))
    private UnitId unit;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sheet_id"))
    private OpeningId sheet;

    @Getter
    private @Nullable Money original;

    @Getter
    private Money balance;

    private UUID enteredBy;
    private String enteredByName;
    private Instant enteredAt;

    @Version
    private @Nullable Integer version;

    protected OpeningLine() {}

    static OpeningLine entered(OpeningId sheet, OpeningEntry entry, CurrentUser by, Instant now) {
        OpeningLine line = new OpeningLine();
        line.unit = entry.unit();
        line.sheet = sheet;
        line.correct(entry, by, now);
        return line;
    }

    /** Other amounts, or the same ones by somebody else. */
    void correct(OpeningEntry entry, CurrentUser by, Instant now) {
        original = entry.original();
        balance = entry.balance();
        enteredBy = by.operatorId().value();
        enteredByName = by.personName();
        enteredAt = now;
    }

    String enteredByName() {
        return enteredByName;
    }

    int version() {
        return version == null ? 0 : version;
    }

    OpeningEntry entry() {
        return new OpeningEntry(unit, original, balance);
    }
}
