/**
 * 统计报表: figures of applications, decisions, areas, terms and contracts, by time and place; 收取统计: of what is billed, received, handed
 * over and booked. Has no tables: it counts what the other modules publish.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: sheet",
            "audit",
            "city",
            "application",
            "collection :: remittance"
        })
package org.maintenancefund.statistics;
