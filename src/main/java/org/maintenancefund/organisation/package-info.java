/**
 * The register of every organisation of whatever kind: name, district, contact, state; one table, one key. The modules that
 * keep a kind enter it here in the transaction of their own change.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *", "access"})
package org.maintenancefund.organisation;
