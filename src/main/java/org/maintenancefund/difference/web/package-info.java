/** The pages of the differences. */
package org.maintenancefund.difference.web;
