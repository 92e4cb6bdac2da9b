/**
 * Scans of paper documents: checked by content, kept in the database, shown to who may see them. Publishes the view
 * {@code stored_attachment}: what each is called and how large it is.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "audit"})
package org.maintenancefund.attachment;
