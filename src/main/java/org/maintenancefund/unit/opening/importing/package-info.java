/** 期初余额导入: the opening balances of an area from a spreadsheet, all of them or none. */
package org.maintenancefund.unit.opening.importing;
