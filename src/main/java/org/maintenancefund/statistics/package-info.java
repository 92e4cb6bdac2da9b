/**
 * 统计报表: figures of applications, decisions, areas, terms and contracts, by time and place. Has no tables: it counts what the
 * other modules publish.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "web :: sheet", "audit", "city", "application"
        })
package org.maintenancefund.statistics;
