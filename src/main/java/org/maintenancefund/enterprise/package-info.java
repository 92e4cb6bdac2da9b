/** Property companies (物业服务企业). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: sheet",
            "web :: ratelimit",
            "audit",
            "organisation",
            "city",
            "account",
            "application",
            "attachment"
        })
package org.maintenancefund.enterprise;
