/** 收取标准: those of the city by two of its people, and those of an area by an application of its committee. */
package org.maintenancefund.billing.standard;
