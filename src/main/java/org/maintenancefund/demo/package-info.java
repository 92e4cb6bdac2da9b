/**
 * The demo city of the embedded default. Each feature brings its own {@link org.maintenancefund.demo.DemoStep}; they run
 * once, in order, on an empty embedded database, and never where a database is configured.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "embedded")
package org.maintenancefund.demo;
