/**
 * Which enterprise or office manages which area (小区管理处关联). Publishes the view {@code area_managed}: from when to when which
 * area is managed, and by which company or office.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: sheet",
            "audit",
            "organisation",
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
