/** How requests are read: what may be sent, bound forms, and the number by which a failure is found again. */
@org.springframework.modulith.NamedInterface("request")
package org.maintenancefund.web.request;
