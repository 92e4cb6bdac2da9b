/** 业委会信息变更: applied for by the committee, or entered by its district from paper. */
@org.jspecify.annotations.NullMarked
package org.maintenancefund.committee.change;
