/**
 * Property areas (物业区域): search, siblings, merging, renaming. Publishes the views {@code named_area}, for lists in the order
 * of their names and for figures by place, {@code named_building}, for lists by building, and {@code merged_area}: which area stands today
 * for one that went into another.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "lock",
            "access",
            "web",
            "web :: ratelimit",
            "web :: request",
            "web :: sheet",
            "audit",
            "importing",
            "city",
            "account",
            "application"
        })
package org.maintenancefund.area;
