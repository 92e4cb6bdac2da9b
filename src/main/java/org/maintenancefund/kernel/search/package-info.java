/** Finding records by any part of their names, one component for every list: exact hits first, then beginnings, then the rest. */
@org.springframework.modulith.NamedInterface("search")
package org.maintenancefund.kernel.search;
