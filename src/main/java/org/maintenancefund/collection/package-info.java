/**
 * 代收: what companies and offices receive for the fund (收款登记), which months of a unit it pays, and what is left of it as 预存
 * until the next bills; and what of it they declare and hand over to the fund's accounts (缴存). Publishes the views
 * {@code remittance_slip_named}: slips with their companies, amounts and states; {@code remitted_receipt}: the receipts that a slip is of;
 * {@code unit_payment}: what was received for units; {@code straight_payment}: what owners paid straight into the accounts;
 * {@code collection_month}: what was billed, received, remitted and booked by month, area and company; {@code remitted_declaration}: how
 * long was held what has reached the account; and {@code held_since}: since when what has not is held.
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
            "importing",
            "invariant",
            "city",
            "area",
            "organisation",
            "enterprise",
            "account",
            "application",
            "unit",
            "billing",
            "ledger",
            "difference",
            "fundaccount"
        })
package org.maintenancefund.collection;
