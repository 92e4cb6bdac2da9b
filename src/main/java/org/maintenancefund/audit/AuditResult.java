package org.maintenancefund.audit;

/** How an action that stands in the trail ended. */
public enum AuditResult {
    /** It was done. */
    SUCCESS,
    /** It was tried and did not succeed, such as a sign-in with a wrong password. */
    FAILURE,
    /** The person has no right to it. */
    REFUSED
}
