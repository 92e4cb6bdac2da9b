/** Management offices (小区管理处): branches an enterprise creates. */
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
            "area",
            "enterprise"
        })
package org.maintenancefund.office;
