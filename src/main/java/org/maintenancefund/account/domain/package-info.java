/** Accounts: the operator, passwords and activation. */
package org.maintenancefund.account.domain;
