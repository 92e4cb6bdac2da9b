/** Which enterprise or office manages which area (小区管理处关联). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: sheet",
            "audit",
            "city",
            "account",
            "application",
            "attachment",
            "area",
            "enterprise",
            "office",
            "committee"
        })
package org.maintenancefund.association;
