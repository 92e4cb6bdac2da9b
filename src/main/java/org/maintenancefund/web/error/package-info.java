/** The pages that say what went wrong. */
@org.springframework.modulith.NamedInterface("error")
package org.maintenancefund.web.error;
