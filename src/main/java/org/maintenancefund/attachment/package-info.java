/** Scans of paper documents: checked by content, kept in the database, shown to who may see them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "audit"})
package org.maintenancefund.attachment;
