/** 导入: the city's existing list of areas from a spreadsheet, as a job that can be left and survives a restart. */
package org.maintenancefund.area.importing;
