/**
 * Values every module may use and that need no Spring bean: reasons, phone numbers, credit codes, text, dates, money, paging,
 * search.
 * Depends on nothing of this project.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.maintenancefund.kernel;
