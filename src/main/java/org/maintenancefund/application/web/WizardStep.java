package org.maintenancefund.application.web;

import java.util.UUID;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.Submission;

/**
 * A request to the wizard.
 *
 * @param definition   the kind of application
 * @param applicant    who fills it in
 * @param formAddress  of the form, without the draft's key
 * @param checkAddress of 核对并提交, without the draft's key
 */
record WizardStep<F, D>(
        ApplicationDefinition<F, D> definition, Applicant applicant, String formAddress, String checkAddress) {

    String form(UUID key) {
        return formAddress + "?draft=" + key;
    }

    String check(UUID key) {
        return checkAddress + "?draft=" + key;
    }

    String start() {
        return definition.startAddress(applicant.user());
    }

    String after(Submission submission) {
        return definition.afterSubmission(submission, applicant);
    }
}
