/** 物业区域问题反馈: reports of areas that are missing, split or wrongly named, and what became of them. */
@org.jspecify.annotations.NullMarked
package org.maintenancefund.area.report;
