/** Limits per address on what strangers may ask. */
@org.springframework.modulith.NamedInterface("ratelimit")
package org.maintenancefund.web.ratelimit;
