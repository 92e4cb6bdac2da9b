/** 业委会信息变更: applied for by the committee, or entered by its district from paper. */
package org.maintenancefund.committee.change;
