/**
 * 专户: the bank accounts that the fund's money lies in, what lay in them from the beginning, and which area's money lies in which of
 * them. Publishes the views {@code named_fund_account}, confirmed accounts by what they are called, and {@code area_kept_in}, the account
 * of each area and when.
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
            "attachment",
            "unit",
            "billing",
            "difference",
            "ledger"
        })
package org.maintenancefund.fundaccount;
