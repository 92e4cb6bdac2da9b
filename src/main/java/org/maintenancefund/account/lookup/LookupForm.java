package org.maintenancefund.account.lookup;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 用户名查询 as typed. */
public class LookupForm {

    private String type = "";
    private String name = "";
    private String mobile = "";

    public String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = Objects.requireNonNullElse(type, "");
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
