/** The city's district centres with their streets, working days and settings. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "audit"})
package org.maintenancefund.city;
