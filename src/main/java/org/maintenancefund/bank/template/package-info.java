/** Statement templates (流水模板): how the statement of a bank is read, as data. */
package org.maintenancefund.bank.template;
