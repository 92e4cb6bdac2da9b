/** 从表格导入收款: what a company's own system has received for the units of an area, all of a file or nothing. */
package org.maintenancefund.collection.receipt.importing;
