/** 对账: which slips a line pays, or what else it is. */
package org.maintenancefund.bank.matching;
