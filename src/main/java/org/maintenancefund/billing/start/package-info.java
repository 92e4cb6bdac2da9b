/** 开通: what has to be there before the fund of an area is collected, and from which month on it is. */
package org.maintenancefund.billing.start;
