package org.maintenancefund.account.password;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 密码修改 as typed. Nothing of it ever comes back to the page. */
public class PasswordForm {

    private String code = "";
    private String current = "";
    private String password = "";
    private String repeated = "";

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(@Nullable String current) {
        this.current = Objects.requireNonNullElse(current, "");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = Objects.requireNonNullElse(password, "");
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = Objects.requireNonNullElse(repeated, "");
    }
}
