package org.maintenancefund.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/** One row of 拟定经办人员 in a form, as typed. */
public record PersonRow(String name, String mobile) {

    public PersonRow(@Nullable String name, @Nullable String mobile) {
        this.name = Objects.requireNonNullElse(name, "");
        this.mobile = Objects.requireNonNullElse(mobile, "");
    }

    boolean isBlank() {
        return ChineseText.isBlank(name) && ChineseText.isBlank(mobile);
    }
}
