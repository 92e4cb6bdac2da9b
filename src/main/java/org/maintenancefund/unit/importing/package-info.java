/** 房屋底册导入: the units of an area from a spreadsheet, all of them or none. */
package org.maintenancefund.unit.importing;
