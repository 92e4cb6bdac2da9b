/**
 * Messages to the people whom something concerns: written in the transaction of what they tell, read under 消息, sent by SMS or
 * e-mail where that is configured.
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
            "enterprise",
            "startup"
        })
package org.maintenancefund.notification;
