/** 业委会注销: applied for by the committee, or entered by its district. */
package org.maintenancefund.committee.dissolution;
