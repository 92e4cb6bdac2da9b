/** Committees and registrations of the demo city, in every state. */
package org.maintenancefund.committee.demo;
