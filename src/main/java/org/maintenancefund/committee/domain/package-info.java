/** The committee, its registration's details and rules. */
package org.maintenancefund.committee.domain;
