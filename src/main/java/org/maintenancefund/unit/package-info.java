/**
 * 房屋底册: the units of an area, what bills are made of (from month to month), who pays them (from day to day) and what they
 * began with. Knows of areas only; which organisation manages one it asks of {@code AreaKeepers}. Publishes the views
 * {@code named_unit}, for lists in the order of buildings and doors; {@code unit_fact}, the versions; {@code unit_payer_name}, who
 * pays from when on; {@code unit_opening_balance}: 期初余额 of each unit, once the district has approved it; and {@code approved_opening},
 * the sheets that these stand in.
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
            "account",
            "area"
        })
package org.maintenancefund.unit;
