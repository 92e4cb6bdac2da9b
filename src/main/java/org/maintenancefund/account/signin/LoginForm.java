package org.maintenancefund.account.signin;

/** 登录 as typed; the password never comes back to the page. */
record LoginForm(String username, String password) {}
