/** The PostgreSQL server that comes with the project: started where no database is configured, data kept under data/. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"startup"})
package org.maintenancefund.embedded;
