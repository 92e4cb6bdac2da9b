package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds out which kind of application a request to the wizard is about, and whose its drafts are. */
@Component
class WizardSteps {

    private final ApplicationDefinitions definitions;
    private final DraftOwners owners;

    WizardSteps(ApplicationDefinitions definitions, DraftOwners owners) {
        this.definitions = definitions;
        this.owners = owners;
    }

    /** For looking: a browser that was not here before gets no cookie for that. */
    WizardStep<?, ?> read(HttpServletRequest request, @Nullable CurrentUser user) {
        ApplicationDefinition<?, ?> definition = definition(request);
        DraftOwner owner = definition.kind().byReceipt()
                ? owners.findBrowser(request).orElse(DraftOwner.NOBODY)
                : owners.find(request, user).orElse(DraftOwner.NOBODY);
        return step(definition, owner, user, request);
    }

    /** For keeping something: what a stranger types belongs to the browser, also where somebody is signed in. */
    WizardStep<?, ?> write(HttpServletRequest request, HttpServletResponse response, @Nullable CurrentUser user) {
        ApplicationDefinition<?, ?> definition = definition(request);
        DraftOwner owner =
                definition.kind().byReceipt() || user == null ? owners.browser(request, response) : DraftOwner.of(user);
        return step(definition, owner, user, request);
    }

    private ApplicationDefinition<?, ?> definition(HttpServletRequest request) {
        String pattern = pattern(request);
        return definitions.all().stream()
                .filter(definition -> definition.formAddresses().contains(pattern)
                        || definition.checkAddresses().contains(pattern))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of application at " + pattern));
    }

    private static <F, D> WizardStep<F, D> step(
            ApplicationDefinition<F, D> definition,
            DraftOwner owner,
            @Nullable CurrentUser user,
            HttpServletRequest request) {
        @SuppressWarnings("unchecked")
        Map<String, String> variables =
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Applicant applicant = new Applicant(
                owner, definition.kind().byReceipt() ? null : user, variables == null ? Map.of() : variables);
        String pattern = pattern(request);
        int place = Math.max(
                definition.formAddresses().indexOf(pattern),
                definition.checkAddresses().indexOf(pattern));
        return new WizardStep<>(
                definition,
                applicant,
                expand(definition.formAddresses().get(place), applicant),
                expand(definition.checkAddresses().get(place), applicant));
    }

    private static String expand(String pattern, Applicant applicant) {
        return UriComponentsBuilder.fromPath(pattern)
                .buildAndExpand(applicant.variables())
                .toUriString();
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
