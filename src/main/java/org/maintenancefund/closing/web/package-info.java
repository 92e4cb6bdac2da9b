/** The pages of the closing of a month. */
package org.maintenancefund.closing.web;
