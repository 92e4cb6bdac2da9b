/** 余额不足三成: which households have less than 30 % of what they began with, counted every night. */
package org.maintenancefund.disclosure.balance;
