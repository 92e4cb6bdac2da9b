package org.maintenancefund.association;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What a district keeps an eye on; a filter of the register and a reminder. */
@RequiredArgsConstructor
public enum ContractWatch implements Labelled {
    /** The contract ends within 90 days, and nobody manages the area on the next day. */
    DUE("s.effective_to <= :soon AND " + Associations.UNFOLLOWED);

    /** In the words of the database, with the parameter {@code :soon}. */
    @Getter
    private final String condition;
}
