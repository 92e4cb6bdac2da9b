/** 欠缴催缴 as pages and papers. */
package org.maintenancefund.disclosure.reminder.web;
