/** 社区信息完善: what a company, an office or a committee tells of a community, from the first step to the review. */
package org.maintenancefund.area.application;
