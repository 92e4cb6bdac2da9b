package org.maintenancefund.application;

/**
 * What came of a submission.
 *
 * @param receiptToken the unguessable part of the receipt's address
 */
public record Submission(ApplicationNumber number, String receiptToken) {

    /** Where the applicant goes now. */
    public String receiptPath() {
        return "/receipts/" + receiptToken;
    }
}
