/** Pages of property areas: list, detail, merging, renaming. */
package org.maintenancefund.area.web;
