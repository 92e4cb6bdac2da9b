package org.maintenancefund.billing.run.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 提交试算 as typed.
 *
 * @param fingerprint of what the page showed
 * @param remark      why the sum is so far from that of the month before
 */
@Labels("billing.run.field.")
record RunForm(
        String fingerprint,

        @Text(max = RunService.LONGEST_REMARK, optional = true)
        String remark) {

    RunForm(@Nullable String fingerprint, @Nullable String remark) {
        this.fingerprint = Objects.requireNonNullElse(fingerprint, "");
        this.remark = Objects.requireNonNullElse(remark, "");
    }

    static RunForm empty() {
        return new RunForm("", "");
    }

    /** The word as it is kept. */
    String word() {
        return ChineseText.clean(remark);
    }
}
