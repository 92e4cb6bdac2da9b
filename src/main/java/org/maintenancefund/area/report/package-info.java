/** 物业区域问题反馈: reports of areas that are missing, split or wrongly named, and what became of them. */
package org.maintenancefund.area.report;
