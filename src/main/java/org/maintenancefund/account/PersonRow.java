package org.maintenancefund.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/** One row of 拟定经办人员 in a form, as typed. */
public class PersonRow {

    private String name = "";
    private String mobile = "";

    /** For the tables of forms that are filled by setters. */
    private PersonRow() {}

    public PersonRow(@Nullable String name, @Nullable String mobile) {
        this.name = Objects.requireNonNullElse(name, "");
        this.mobile = Objects.requireNonNullElse(mobile, "");
    }

    boolean isBlank() {
        return ChineseText.isBlank(name) && ChineseText.isBlank(mobile);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(@Nullable String mobile) {
        this.mobile = Objects.requireNonNullElse(mobile, "");
    }
}
