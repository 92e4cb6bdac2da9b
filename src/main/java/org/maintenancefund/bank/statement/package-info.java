/** 流水导入 and 银行流水: statements on their way in, and the lines that were kept of them. */
package org.maintenancefund.bank.statement;
