package org.maintenancefund.billing.run.web;

import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/** 账单调整 as typed; the components stand in the order of the page. */
@Labels("billing.adjustment.field.")
record AdjustmentForm(
        @Typed(TypedMonth.class) String month,

        @Typed(value = AdjustmentForm.class, by = "amount") String amount,

        @Text(max = 200, required = "billing.adjustment.reason.required")
        String reason,

        @Text(max = 200, required = "billing.adjustment.document.required")
        String document) {

    AdjustmentForm(
            @Nullable String month, @Nullable String amount, @Nullable String reason, @Nullable String document) {
        this.month = Objects.requireNonNullElse(month, "");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.reason = Objects.requireNonNullElse(reason, "");
        this.document = Objects.requireNonNullElse(document, "");
    }

    static AdjustmentForm of(String month) {
        return new AdjustmentForm(month, "", "", "");
    }

    /** More or less, but not nothing: -12.50. */
    static Checked<Money> amount(@Nullable String typed) {
        Checked<Money> amount = Money.parseSigned(typed);
        return amount.isOk() && amount.value().isZero() ? Checked.refused("billing.adjustment.amount.zero") : amount;
    }

    /** What was typed, of a form without faults. */
    NewAdjustment toAdjustment(UnitId unit) {
        YearMonth period = TypedMonth.parse(month).value();
        return new NewAdjustment(
                unit, period, amount(amount).value(), ChineseText.clean(reason), ChineseText.clean(document));
    }
}
