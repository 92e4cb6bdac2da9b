/**
 * The demo city of the embedded default: its own source root, on the class path of {@code spring-boot:run} and of the
 * tests, not in the packaged jar. Its {@link org.maintenancefund.demo.DemoStep}s run once, in order, on an empty embedded
 * database, and never where a database is configured.
 */
package org.maintenancefund.demo;
