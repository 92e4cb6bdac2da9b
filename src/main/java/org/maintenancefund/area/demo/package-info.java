/** The demo city's property areas. */
package org.maintenancefund.area.demo;
