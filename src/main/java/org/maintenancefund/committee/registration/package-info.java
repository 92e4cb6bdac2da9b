/** 业委会注册: an area is chosen, a committee or a preparatory group entered for it, by whoever comes with a browser. */
package org.maintenancefund.committee.registration;
