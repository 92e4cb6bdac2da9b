package org.maintenancefund.audit.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the hash chain found.
 *
 * @param sealed     links of the chain
 * @param waiting    entries that wait for their seal; not a fault
 * @param faults     how many entries were changed, taken away, or put in past the trail
 * @param firstFault where the first fault lies in the chain, or null where there is none within it
 * @param head       the last link's hash in hexadecimal, empty where there is none
 */
public record ChainVerification(
        long sealed, long waiting, long faults, @Nullable Long firstFault, String head) {

    public boolean isIntact() {
        return faults == 0;
    }
}
