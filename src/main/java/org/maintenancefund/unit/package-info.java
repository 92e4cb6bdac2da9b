/**
 * 房屋底册: the units of an area, what bills are made of (from month to month) and who pays them (from day to day). Knows of areas
 * only; which organisation manages one it asks of {@code AreaKeepers}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "access",
            "web",
            "web :: sheet",
            "audit",
            "importing",
            "invariant",
            "city",
            "area"
        })
package org.maintenancefund.unit;
