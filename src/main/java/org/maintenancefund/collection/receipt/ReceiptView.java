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
import org.maintenancefund.collection.PaymentStage;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;

/**
 * A receipt as its page and its paper show it.
 *
 * @param unitNumber     户号
 * @param enterpriseId   the company that holds or held it; null where it was paid straight into the account
 * @param organisation   who received the money
 * @param period         the month it landed in
 * @param reverses       the number of the one that it takes back, or null
 * @param reversedBy     the number of its negative, or null
 * @param paid           the months that it pays, the earliest first
 * @param proposal       the 冲正 that waits for a second person, or null
 * @param handedOver     how far it is on its way to the household; null while it is in no declaration
 * @param version        counts its changes, for optimistic locking; a form carries it
 */
public record ReceiptView(
        ReceiptNumber number,
        UnitId unit,
        String unitNumber,
        UnitPlace place,
        AreaId area,
        @Nullable UUID enterpriseId,
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
        @Nullable HandedOver handedOver,
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

    /**
     * How far it is.
     *
     * @param declaration 申报编号; null where it was paid straight into the account
     * @param slip        缴存单号, or null
     * @param entry       of the books, or null
     */
    public record HandedOver(
            @Nullable String declaration,
            @Nullable String slip,
            @Nullable LocalDate arrivedOn,
            @Nullable LocalDate bookedOn,
            @Nullable String entry) {}

    /** 业主直缴: paid straight into the fund's account. */
    public boolean isStraight() {
        return enterpriseId == null;
    }

    /** Whether the household has it in the books: then the district decides on a 冲正. */
    public boolean isBooked() {
        return handedOver != null && handedOver.bookedOn() != null;
    }

    /** How far it is on its way to the household's own account. */
    public PaymentStage stage() {
        return handedOver == null
                ? PaymentStage.RECEIVED
                : PaymentStage.of(handedOver.arrivedOn(), handedOver.bookedOn());
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
