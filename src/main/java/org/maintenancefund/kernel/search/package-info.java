/**
 * Finding records by any part of their names, one component for every list: exact hits first, then the same names in other
 * writing, beginnings, the rest; near names where those are few.
 */
@org.springframework.modulith.NamedInterface("search")
package org.maintenancefund.kernel.search;
