package org.maintenancefund.billing.run.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param place  of the unit
 * @param payer  whom it is to; null where nobody is known
 * @param months what is open, the earliest first
 * @param total  of them
 */
record BillNotice(String number, String place, @Nullable String payer, List<BillRow> months, Money total) {

    /** 壹佰贰拾叁元肆角伍分. */
    public String words() {
        return AmountInWords.of(total);
    }

    /** One of each unit, in the order of the list; its months in their order. */
    static List<BillNotice> of(List<BillList.Row> open) {
        Map<UnitId, List<BillList.Row>> units = new LinkedHashMap<>();
        open.forEach(row ->
                units.computeIfAbsent(row.unit(), unit -> new ArrayList<>()).add(row));
        return units.values().stream().map(BillNotice::ofUnit).toList();
    }

    private static BillNotice ofUnit(List<BillList.Row> rows) {
        BillList.Row first = rows.get(0);
        List<BillRow> months = rows.stream().map(BillList.Row::bill).toList();
        return new BillNotice(
                first.number(),
                first.place().shown(),
                first.payer(),
                months,
                Money.sum(months.stream().map(BillRow::open)));
    }
}
