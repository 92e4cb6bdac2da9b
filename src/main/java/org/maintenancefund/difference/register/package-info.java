/** The register of differences: what people do with one, and what the system does every night. */
package org.maintenancefund.difference.register;
