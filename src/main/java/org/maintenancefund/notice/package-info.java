/** Notices to the public (通知公告): municipal staff write them, everybody reads them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "web :: sheet", "lock", "audit", "attachment"})
package org.maintenancefund.notice;
