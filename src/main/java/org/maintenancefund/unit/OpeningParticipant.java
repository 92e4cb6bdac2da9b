package org.maintenancefund.unit;

import org.maintenancefund.area.AreaId;

/** What another feature does as opening balances are approved; offered as a bean, asked in the transaction that approves them. */
public interface OpeningParticipant {

    /** A sheet of the area is approved: it stands in {@code approved_opening}, its lines in {@code unit_opening_balance}. */
    void approved(AreaId area);
}
