/** What all pages share: layout data, form errors, error pages, limits per address. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *", "access"})
package org.maintenancefund.web;
