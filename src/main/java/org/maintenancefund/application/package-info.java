/**
 * The one life of every application: drafts, receipt, queue, decision, timeline, progress. Publishes the views
 * {@code submitted_application}: what each is about, where and how it stands; {@code decided_submission}: every decision with
 * the submission that it decided; and {@code call_made}: how a call went so far, and when it is dialled again.
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
