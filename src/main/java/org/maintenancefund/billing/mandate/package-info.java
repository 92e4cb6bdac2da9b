/** 收取授权: who collects the fund of an area. Applied for by its committee, approved by the district, ended in whatever way. */
package org.maintenancefund.billing.mandate;
