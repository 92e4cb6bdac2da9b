/** Messages: written, read, sent, and looked after where that failed. */
package org.maintenancefund.notification.domain;
