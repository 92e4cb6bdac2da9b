/** The append-only audit trail (操作日志) and its page for the auditor. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "lock", "access", "web", "web :: sheet"})
package org.maintenancefund.audit;
