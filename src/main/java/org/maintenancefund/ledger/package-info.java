/**
 * The books of the fund's money: their months ({@link org.maintenancefund.ledger.Periods}), which bills, receipts and banks ask for, and
 * which know none of these.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *"})
package org.maintenancefund.ledger;
