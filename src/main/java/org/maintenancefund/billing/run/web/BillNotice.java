package org.maintenancefund.billing.run.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.run.BillList;
import org.maintenancefund.billing.run.BillRow;
import org.maintenancefund.kernel.money.AmountInWords;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * 缴款通知书 of one unit.
 *
 * @param number 户号
 * @param code   查询码, where one is given out with this notice; null else
 * @param qrCode leads to where the household looks its account up
 * @param place  of the unit
 * @param payer  whom it is to; null where nobody is known
 * @param months what is open, the earliest first
 * @param total  of them
 */
record BillNotice(
        String number,
        @Nullable String code,
        String qrCode,
        String place,
        @Nullable String payer,
        List<BillRow> months,
        Money total) {

    /** 壹佰贰拾叁元肆角伍分. */
    public String words() {
        return AmountInWords.of(total);
    }

    /**
     * One of each unit, in the order of the list; its months in their order.
     *
     * @param codes  those that are given out with the notices
     * @param qrCode draws that of a 户号
     */
    static List<BillNotice> of(List<BillList.Row> open, Map<UnitId, String> codes, UnaryOperator<String> qrCode) {
        return byUnit(open).entrySet().stream()
                .map(unit -> ofUnit(unit.getValue(), codes.get(unit.getKey()), qrCode))
                .toList();
    }

    /** The bills of each unit, in the order of the list. */
    static Map<UnitId, List<BillList.Row>> byUnit(List<BillList.Row> open) {
        Map<UnitId, List<BillList.Row>> units = new LinkedHashMap<>();
        open.forEach(row ->
                units.computeIfAbsent(row.unit(), unit -> new ArrayList<>()).add(row));
        return units;
    }

    private static BillNotice ofUnit(List<BillList.Row> rows, @Nullable String code, UnaryOperator<String> qrCode) {
        BillList.Row first = rows.get(0);
        List<BillRow> months = rows.stream().map(BillList.Row::bill).toList();
        return new BillNotice(
                first.number(),
                code,
                qrCode.apply(first.number()),
                first.place().shown(),
                first.payer(),
                months,
                Money.sum(months.stream().map(BillRow::open)));
    }
}
