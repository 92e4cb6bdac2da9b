package org.maintenancefund.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * A payment as others prove it, in the words that papers say.
 *
 * @param number       收款编号
 * @param period       the month it landed in
 * @param unitNumber   户号
 * @param left         预存: what is left of it
 * @param from         业主, 租户, 代缴
 * @param payer        who brought it, in full
 * @param organisation who received it
 * @param paid         the months that it pays, the earliest first
 * @param live         whether the money counts: neither reversed nor a reversal
 * @param reversedOn   when it was reversed; null where it wasn't
 */
public record ReceivedPayment(
        String number,
        UnitId unit,
        AreaId area,
        YearMonth period,
        String unitNumber,
        String place,
        Money amount,
        Money left,
        LocalDate receivedOn,
        String way,
        String from,
        String payer,
        String organisation,
        List<PaidMonth> paid,
        boolean live,
        @Nullable LocalDate reversedOn) {

    public ReceivedPayment {
        paid = List.copyOf(paid);
    }

    /**
     * A month that it pays.
     *
     * @param formula 89.58 ㎡ × 0.25 元/㎡·月
     */
    public record PaidMonth(YearMonth month, String formula, Money amount) {}
}
