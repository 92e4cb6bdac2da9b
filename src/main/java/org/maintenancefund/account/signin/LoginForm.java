package org.maintenancefund.account.signin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 登录 as typed. */
public class LoginForm {

    private String username = "";
    private String password = "";

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = Objects.requireNonNullElse(username, "");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = Objects.requireNonNullElse(password, "");
    }
}
