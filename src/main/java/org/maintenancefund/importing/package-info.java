/**
 * Spreadsheets on their way into a register, of whatever kind: taken, read, looked through, confirmed and applied, as jobs that
 * can be left and survive a restart. What a row means, and what is done with it, its {@code ImportDefinition} says, which the
 * module of the register brings.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: *", "access", "web", "web :: ratelimit", "web :: sheet", "audit"})
package org.maintenancefund.importing;
