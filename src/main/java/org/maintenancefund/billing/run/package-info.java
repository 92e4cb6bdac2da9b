/** 出账: what each unit owes for a month, made by one statement for an area; adjusted and taken back by two people and one. */
package org.maintenancefund.billing.run;
