/**
 * The books of the fund's money: months ({@link org.maintenancefund.ledger.Periods}) and entries by two sides
 * ({@link org.maintenancefund.ledger.Ledger}), which know no bill, receipt or bank. Publishes the views {@code household_posting}, what
 * came to a household and went from it, {@code household_balance}, what it has in an account, {@code account_opening_booked}, what
 * accounts began with, and {@code account_posting}, what entries move part by part.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "lock",
            "access",
            "web",
            "web :: sheet",
            "audit",
            "invariant",
            "city",
            "area",
            "unit"
        })
package org.maintenancefund.ledger;
