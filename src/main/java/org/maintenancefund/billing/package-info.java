/**
 * 应收: who collects the fund of an area (收取授权) and from which month on (开通), by which standard, and what each unit owes by
 * month (出账). Publishes the views {@code area_collected}: from when to when which company or office collects in which area;
 * {@code area_opened}: by whose mandate it was opened; {@code issued_bill}: what each unit was billed by month; and {@code bill_open}:
 * what of it is open.
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
            "account",
            "application",
            "attachment",
            "enterprise",
            "office",
            "committee",
            "association",
            "unit"
        })
package org.maintenancefund.billing;
