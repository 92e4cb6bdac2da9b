/**
 * 差异台账: what doesn't agree between bills, slips, bank and books, each with an owner and a day. Whoever finds one raises it here
 * ({@link org.maintenancefund.difference.Differences}, or every night {@link org.maintenancefund.difference.DifferenceSource}) without
 * knowing who reads it. Publishes the view {@code open_difference}: what is not settled yet.
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
            "organisation",
            "city",
            "area",
            "ledger"
        })
package org.maintenancefund.difference;
