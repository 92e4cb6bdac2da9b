/**
 * Operators: named people with user names, passwords, sign-in, activation, 用户名查询. Publishes the view {@code person_in_use}: of
 * which organisation people are, and their mobiles, but for those whose account is disabled.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "lock",
            "access",
            "web",
            "web :: error",
            "web :: ratelimit",
            "web :: sheet",
            "audit",
            "organisation",
            "city",
            "embedded",
            "startup"
        })
package org.maintenancefund.account;
