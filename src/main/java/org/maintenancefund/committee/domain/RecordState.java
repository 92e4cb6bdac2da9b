package org.maintenancefund.committee.domain;

/** What is kept of a committee's state; whether it is in office is derived from its terms and the day. */
public enum RecordState {
    REGISTERED,
    DISSOLVED
}
