/** The demo city's staff. */
package org.maintenancefund.account.demo;
