/** Locks of the database that belong to no row, each with what it is for, taken in one order. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.maintenancefund.lock;
