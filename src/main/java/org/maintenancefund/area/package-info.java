/** Property areas (物业区域): search, siblings. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "audit", "city", "demo"})
package org.maintenancefund.area;
