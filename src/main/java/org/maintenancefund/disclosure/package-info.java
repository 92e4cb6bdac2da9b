/**
 * What owners see of the fund without an account (维修资金查询): each household its own bills, payments and balance, opened by 户号 and
 * 查询码; and who gives out these codes. Publishes the view {@code area_low_balance}: how many households of an area have less than 30 % of
 * what they began with.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: ratelimit",
            "web :: sheet",
            "audit",
            "lock",
            "invariant",
            "account",
            "attachment",
            "city",
            "application",
            "area",
            "unit",
            "billing",
            "collection",
            "ledger"
        })
package org.maintenancefund.disclosure;
