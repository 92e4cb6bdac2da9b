/** Pages of applications: queue, review, decision, receipt, progress. */
package org.maintenancefund.application.web;
