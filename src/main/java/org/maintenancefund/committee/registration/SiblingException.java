package org.maintenancefund.committee.registration;

import org.maintenancefund.kernel.Labelled;

/**
 * Why one part of a divided community registers on its own, the applicant's answer where the chosen area has siblings. None
 * of them: the areas have one committee and one company and are to be merged first.
 */
public enum SiblingException implements Labelled {
    OWN_COMMITTEES,
    OTHER_COMPANY,
    OWN_ACCOUNT
}
