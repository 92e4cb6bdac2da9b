/** 付款账户: from which accounts companies pay. */
package org.maintenancefund.bank.payer;
