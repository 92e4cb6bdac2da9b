/** Keyset paging: lists that stay fast a hundred thousand rows deep. */
@org.springframework.modulith.NamedInterface("paging")
package org.maintenancefund.kernel.paging;
