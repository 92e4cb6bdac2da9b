/** Pages of property areas: list, detail, merging, renaming. */
@org.jspecify.annotations.NullMarked
package org.maintenancefund.area.web;
