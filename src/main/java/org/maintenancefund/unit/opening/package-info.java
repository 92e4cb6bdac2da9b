/**
 * 期初余额: the opening balances of the units of an area, entered by who manages it, checked by a second person of theirs,
 * decided by the district.
 */
package org.maintenancefund.unit.opening;
