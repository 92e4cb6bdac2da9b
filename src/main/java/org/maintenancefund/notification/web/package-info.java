/** Pages of messages. */
package org.maintenancefund.notification.web;
