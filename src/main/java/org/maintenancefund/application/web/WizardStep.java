package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Submission;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

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

    static <F, D> WizardStep<F, D> of(
            ApplicationDefinition<F, D> definition,
            DraftOwner owner,
            @Nullable CurrentUser user,
            HttpServletRequest request) {
        @SuppressWarnings("unchecked")
        Map<String, String> variables =
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Applicant applicant = new Applicant(
                owner, definition.kind().byReceipt() ? null : user, variables == null ? Map.of() : variables);
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        int place = Math.max(
                definition.kind().formAddresses().indexOf(pattern),
                definition.kind().checkAddresses().indexOf(pattern));
        return new WizardStep<>(
                definition,
                applicant,
                expand(definition.kind().formAddresses().get(place), applicant),
                expand(definition.kind().checkAddresses().get(place), applicant));
    }

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

    private static String expand(String pattern, Applicant applicant) {
        return UriComponentsBuilder.fromPath(pattern)
                .buildAndExpand(applicant.variables())
                .toUriString();
    }
}
