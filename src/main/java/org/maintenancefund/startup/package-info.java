/** What is said when the application starts, or can't: one clear sentence in Chinese and English, no stack trace. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.maintenancefund.startup;
