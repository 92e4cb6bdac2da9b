/**
 * Who may do what: roles, the catalogue of pages that menu, security chain and access tests read, the person signed in.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *"})
package org.maintenancefund.access;
