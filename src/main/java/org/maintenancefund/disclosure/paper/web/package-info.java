/** Papers as pages: given out, printed, and verified by whoever is shown one. */
package org.maintenancefund.disclosure.paper.web;
