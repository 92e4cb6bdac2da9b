/** Property areas (物业区域): search, siblings, merging, renaming. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: ratelimit",
            "web :: request",
            "web :: sheet",
            "audit",
            "city",
            "account",
            "application"
        })
package org.maintenancefund.area;
