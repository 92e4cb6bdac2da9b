/** What all pages share: layout data, form errors, error pages, limits per address. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *", "access", "lock"})
package org.maintenancefund.web;
