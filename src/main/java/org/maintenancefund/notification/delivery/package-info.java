/** The ways by which messages leave the system. */
package org.maintenancefund.notification.delivery;
