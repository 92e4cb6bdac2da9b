/** Home page, district centres' phones, 工作台. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "audit",
            "city",
            "account",
            "application",
            "area",
            "enterprise",
            "office",
            "committee",
            "association",
            "notice",
            "notification"
        })
package org.maintenancefund.home;
