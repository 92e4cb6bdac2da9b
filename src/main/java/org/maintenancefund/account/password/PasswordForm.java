package org.maintenancefund.account.password;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 密码修改 as typed. Nothing of it ever comes back to the page. */
record PasswordForm(String code, String current, String password, String repeated) {

    PasswordForm(
            @Nullable String code, @Nullable String current, @Nullable String password, @Nullable String repeated) {
        this.code = Objects.requireNonNullElse(code, "");
        this.current = Objects.requireNonNullElse(current, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.repeated = Objects.requireNonNullElse(repeated, "");
    }
}
