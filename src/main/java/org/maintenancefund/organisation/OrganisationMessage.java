package org.maintenancefund.organisation;

import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;

/**
 * What organisations are to be told, such as that a term ends; published in a transaction, also each morning as long as it holds:
 * who tells people tells them once for each {@link #key()}.
 *
 * @param key      the same for all that is told once
 * @param name     what it is about, as it stands in the message
 * @param day      when it happens
 * @param district whose centre answers questions about it
 */
public record OrganisationMessage(
        Occasion occasion, String key, String name, LocalDate day, DistrictId district, List<Addressee> addressees) {

    public OrganisationMessage {
        addressees = List.copyOf(addressees);
    }

    /** Why somebody is told. */
    public enum Occasion {
        TERM_ENDING,
        TERM_ENDED,
        PREPARATORY_YEAR,
        CONTRACT_ENDING,
        CONTRACT_ENDED,
        ASSOCIATION_ENDED,
        ASSOCIATION_POSTPONED,
        MANDATE_BEGUN,
        MANDATE_ENDED,
        REMITTANCE_ORDERED
    }

    /**
     * An organisation whose people and contact are told.
     *
     * @param href where its people look at it
     */
    public record Addressee(OrgRef organisation, String href) {}
}
