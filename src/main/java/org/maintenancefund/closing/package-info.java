/**
 * 期间结账: a month of the books is closed by two people, once everything holds that must, each account's balance agrees with the
 * bank's (余额调节表), and what each unit has and owes is kept with its SHA-256.
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
            "account",
            "area",
            "unit",
            "billing",
            "ledger",
            "difference",
            "fundaccount",
            "collection",
            "bank"
        })
package org.maintenancefund.closing;
