/** User names from people's names. */
package org.maintenancefund.account.username;
