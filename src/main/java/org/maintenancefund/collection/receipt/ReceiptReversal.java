package org.maintenancefund.collection.receipt;

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
import java.util.UUID;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.EntryPerson;

/** 冲正 as one person proposes it, for another one to decide. */
@Entity
@Table(name = "receipt_reversal")
class ReceiptReversal {

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "receipt_id"))
    private ReceiptId receipt;

    @Getter
    private String reason;

    @Enumerated(EnumType.STRING)
    private ReversalState state;

    private Instant proposedAt;
    private UUID proposedBy;
    private String proposedByName;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;

    @Version
    private @Nullable Integer version;

    protected ReceiptReversal() {}

    static ReceiptReversal proposed(ReceiptId receipt, String reason, CurrentUser by, Instant now) {
        ReceiptReversal reversal = new ReceiptReversal();
        reversal.id = Ids.next();
        reversal.receipt = receipt;
        reversal.reason = reason;
        reversal.state = ReversalState.PROPOSED;
        reversal.proposedAt = now;
        reversal.proposedBy = by.operatorId().value();
        reversal.proposedByName = by.personName();
        return reversal;
    }

    /** Who proposed it, for the books. */
    EntryPerson proposer() {
        return new EntryPerson(proposedBy, proposedByName);
    }

    boolean isOf(ReceiptId other) {
        return receipt.equals(other);
    }

    void confirm(CurrentUser by, Instant now) {
        decide(ReversalState.CONFIRMED, by, now);
    }

    void reject(CurrentUser by, Instant now) {
        decide(ReversalState.REJECTED, by, now);
    }

    /** @throws Refusal where it is decided already, or by whoever proposed it */
    private void decide(ReversalState decision, CurrentUser by, Instant now) {
        if (!state.isOpen()) {
            throw Refusal.because("collection.reversal.decided", state.label());
        }
        if (by.operatorId().value().equals(proposedBy)) {
            throw Refusal.because("collection.reversal.same-person");
        }
        state = decision;
        decidedAt = now;
        decidedBy = by.operatorId().value();
        decidedByName = by.personName();
    }
}
