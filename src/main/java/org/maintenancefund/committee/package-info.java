/**
 * Owners' committees (业委会) and preparatory groups: registration and the record. Publishes the view {@code area_governed}: which
 * areas have one, and until when.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: ratelimit",
            "web :: sheet",
            "audit",
            "organisation",
            "city",
            "account",
            "application",
            "attachment",
            "area"
        })
package org.maintenancefund.committee;
