package org.maintenancefund.application.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What to say on the telephone about a decision: the result, its reasons, what to bring, where to look. */
@Component
@RequiredArgsConstructor
class PhoneScript {

    private final ApplicationDefinitions definitions;
    private final JsonMapper json;

    /**
     * A decision to be told.
     *
     * @param marks   what is to be mended, in one line; empty where nothing was marked
     * @param details the round that was decided, as it is kept
     */
    record Told(
            ApplicationNumber number,
            ApplicationKind kind,
            String title,
            ReviewAction action,
            List<String> reasons,
            String marks,
            String opinion,
            String details) {}

    /** The sentences for each, looked up together. */
    Map<ApplicationNumber, List<String>> of(List<Told> decisions) {
        Map<ApplicationNumber, String> next = afterApproval(decisions);
        Map<ApplicationNumber, List<String>> say = new HashMap<>();
        decisions.forEach(told -> say.put(told.number(), sentences(told, next.get(told.number()))));
        return say;
    }

    private static List<String> sentences(Told told, @Nullable String afterApproval) {
        List<String> say = new ArrayList<>();
        say.add(Messages.of(
                "application.say.about",
                told.title(),
                told.kind().label(),
                told.number(),
                Messages.of("application.say." + told.action())));
        if (!told.reasons().isEmpty()) {
            say.add(Messages.of("application.say.reason", String.join("；", told.reasons())));
        }
        if (!told.marks().isEmpty()) {
            say.add(Messages.of("application.say.marks", told.marks()));
        }
        if (!told.opinion().isBlank()) {
            say.add(Messages.of("application.say.opinion", told.opinion()));
        }
        if (afterApproval != null) {
            say.add(afterApproval);
        } else if (told.action() == ReviewAction.RETURN) {
            say.add(Messages.of("application.say.revise", where(told.kind())));
        } else {
            say.add(Messages.of("application.say.ask"));
        }
        return List.copyOf(say);
    }

    private static String where(ApplicationKind kind) {
        return kind.byReceipt()
                ? Messages.of("application.say.receipt")
                : Messages.of("application.say.account", kind.ownPage().label());
    }

    private Map<ApplicationNumber, String> afterApproval(List<Told> decisions) {
        Map<ApplicationNumber, String> next = new HashMap<>();
        for (ApplicationDefinition<?, ?> definition : definitions.all()) {
            List<Told> approved = decisions.stream()
                    .filter(told ->
                            told.action() == ReviewAction.APPROVE && told.kind().equals(definition.kind()))
                    .toList();
            if (!approved.isEmpty()) {
                next.putAll(afterApproval(definition, approved));
            }
        }
        return next;
    }

    private <D> Map<ApplicationNumber, String> afterApproval(
            ApplicationDefinition<?, D> definition, List<Told> approved) {
        Map<ApplicationNumber, D> details = new HashMap<>();
        approved.forEach(told -> details.put(told.number(), json.readValue(told.details(), definition.detailsType())));
        return definition.presenter().sayAfterApproval(details);
    }
}
