package org.maintenancefund.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/** One row of 拟定经办人员 in a form, as typed. */
public class PersonRow {

    private String name = "";
    private String mobile = "";

    /** An empty row. */
    public PersonRow() {}

    public PersonRow(String name, String mobile) {
        this.name = name;
        this.mobile = mobile;
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
