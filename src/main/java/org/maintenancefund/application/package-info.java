/** The one life of every application: drafts, receipt, queue, decision, timeline, progress. */
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
            "attachment"
        })
package org.maintenancefund.application;
