package org.maintenancefund.account;

import java.util.Optional;
import org.maintenancefund.access.OrgRef;

/** Where an organisation is at home, for those who know it by that and not by its name: the property area of a committee. */
public interface OrganisationPlaces {

    /** 和谐苑一期（DH-00004）; empty where nothing is known of organisations of its kind. */
    Optional<String> place(OrgRef organisation);
}
