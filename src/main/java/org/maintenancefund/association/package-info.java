/**
 * Which enterprise or office manages which area (小区管理处关联). Publishes the views {@code area_managed}: from when to when which
 * area is managed, and by which company or office; and {@code area_contract}: which contracts run to their end, and when that is.
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
