/** The PostgreSQL server that comes with the project: started where no database is configured, data kept under data/. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package org.maintenancefund.embedded;
