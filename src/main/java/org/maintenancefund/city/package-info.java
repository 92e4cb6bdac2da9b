/** The city's district centres with their streets, working days and settings. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "lock", "access", "web", "audit", "organisation"})
package org.maintenancefund.city;
