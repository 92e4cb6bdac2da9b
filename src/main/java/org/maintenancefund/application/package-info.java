/**
 * The one life of every application: drafts, receipt, queue, decision, timeline, progress. Publishes the view
 * {@code submitted_application}: what each is about and how it stands.
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
            "organisation",
            "city",
            "attachment"
        })
package org.maintenancefund.application;
