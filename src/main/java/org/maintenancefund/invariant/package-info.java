/**
 * What must hold of the records whatever was done, asked in SQL every night: each module that keeps figures or books money says
 * what holds of its own.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *", "audit"})
package org.maintenancefund.invariant;
