package org.maintenancefund.application.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.kernel.Messages;

/**
 * Whom to phone after a decision, and what to say.
 *
 * @param name    the contact
 * @param mobile  in full: it is to be dialled
 * @param say     sentences to say
 * @param action  where 已电话通知 is sent
 * @param told    true where it was noted already
 * @param number  the application
 */
public record TellView(String name, String mobile, List<String> say, String action, boolean told, String number)
        implements Serializable {

    static TellView of(ReviewService service, ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        ApplicationView application = service.open(kind, number, user).application();
        return new TellView(
                application.contactName(),
                application.contactMobile().toString(),
                sentences(service, application, user),
                kind.reviewPath() + "/" + number + "/told",
                application.told(),
                number.toString());
    }

    private static List<String> sentences(ReviewService service, ApplicationView application, CurrentUser user) {
        List<String> say = new ArrayList<>();
        TimelineEntry decision = application.lastDecision();
        if (decision == null) {
            return say;
        }
        say.add(Messages.of(
                "application.say.about",
                application.title(),
                application.kind().label(),
                application.number(),
                Messages.of("application.say." + decision.action())));
        if (!decision.reasons().isEmpty()) {
            say.add(Messages.of("application.say.reason", String.join("；", decision.reasons())));
        }
        if (!decision.opinion().isBlank()) {
            say.add(Messages.of("application.say.opinion", decision.opinion()));
        }
        if (decision.action() == ReviewAction.APPROVE) {
            say.add(service.whatToSay(application.kind(), application.number(), user));
        } else if (decision.action() == ReviewAction.RETURN) {
            say.add(howToRevise(application.kind()));
        } else {
            say.add(Messages.of("application.say.ask"));
        }
        return List.copyOf(say);
    }

    private static String howToRevise(ApplicationKind kind) {
        return Messages.of(
                "application.say.revise",
                kind.byReceipt()
                        ? Messages.of("application.say.receipt")
                        : Messages.of("application.say.account", kind.ownPage().label()));
    }
}
