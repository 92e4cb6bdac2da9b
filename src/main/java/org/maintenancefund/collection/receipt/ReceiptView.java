package org.maintenancefund.collection.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;

/**
 * A receipt as its page and its paper show it.
 *
 * @param unitNumber     户号
 * @param organisation   who received the money
 * @param period         the month it landed in
 * @param reverses       the number of the one that it takes back, or null
 * @param reversedBy     the number of its negative, or null
 * @param paid           the months that it pays, the earliest first
 * @param proposal       the 冲正 that waits for a second person, or null
 * @param version        counts its changes, for optimistic locking; a form carries it
 */
public record ReceiptView(
        ReceiptNumber number,
        UnitId unit,
        String unitNumber,
        UnitPlace place,
        AreaId area,
        UUID enterpriseId,
        String organisation,
        Money amount,
        LocalDate receivedOn,
        YearMonth period,
        PaymentWay way,
        ReceivedFrom from,
        String payer,
        @Nullable String externalNumber,
        @Nullable String fiscalNumber,
        String note,
        Instant recordedAt,
        String recordedByName,
        ReceiptState state,
        @Nullable ReceiptNumber reverses,
        @Nullable ReceiptNumber reversedBy,
        @With List<PaidMonth> paid,
        @Nullable Proposal proposal,
        int version) {

    public ReceiptView {
        paid = List.copyOf(paid);
    }

    /**
     * A month that it pays.
     *
     * @param formula how the month's bill came about: 89.58 ㎡ × 0.25 元/㎡·月
     */
    public record PaidMonth(YearMonth month, Money amount, String formula) {}

    /** A 冲正 that one person proposes. */
    public record Proposal(UUID id, String reason, UUID by, String byName, Instant at) {}

    /** As far as those months go: what later ones took of it is left of it. */
    ReceiptView within(SeenMonths seen) {
        return withPaid(
                paid.stream().filter(month -> seen.contains(month.month())).toList());
    }

    /** 预存: what is left of it. */
    public Money left() {
        return state.isLive() ? amount.minus(Money.sum(paid.stream().map(PaidMonth::amount))) : Money.ZERO;
    }

    /** 1 栋 101（DH-00236-00017）. */
    public String unitNamed() {
        return place.shown() + "（" + unitNumber + "）";
    }
}
