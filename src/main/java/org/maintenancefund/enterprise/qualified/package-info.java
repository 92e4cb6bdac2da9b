/** Qualified companies: how they come from the city's directory, are matched with registered ones and kept up to date. */
package org.maintenancefund.enterprise.qualified;
