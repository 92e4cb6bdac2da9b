/** 收款登记: receipts, what they pay, and how they are reversed. */
package org.maintenancefund.collection.receipt;
