package org.maintenancefund.application.domain;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.city.DueDate;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out an application for its reviewer. */
@Component
@RequiredArgsConstructor
public class ReviewService {

    /**
     * Whom to phone after a decision, and what to say.
     *
     * @param mobile   in full: it is to be dialled
     * @param action   where 已电话通知 is sent
     */
    public record Notification(String name, String mobile, List<String> say, String action, boolean notified)
            implements Serializable {}

    private final FiledApplications applications;
    private final ApplicationViews views;
    private final ApplicationDefinitions definitions;
    private final Markings markings;
    private final WorkingDays workingDays;
    private final Clock clock;

    @Transactional(readOnly = true)
    public ReviewSheet open(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        FiledApplication application = load(kind, number, reviewer);
        return sheet(definitions.of(kind), application, reviewer);
    }

    /** 系统比对 as it is now. */
    @Transactional(readOnly = true)
    public List<SystemCheck> compare(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return compare(definitions.of(kind), load(kind, number, reviewer));
    }

    private <D> List<SystemCheck> compare(ApplicationDefinition<?, D> definition, FiledApplication application) {
        return definition.policy().compare(application.number(), views.details(application, definition));
    }

    /** Whom to phone after the decision and what to say. */
    @Transactional(readOnly = true)
    public Notification notification(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        FiledApplication application = load(kind, number, reviewer);
        ApplicationView view = views.of(application);
        return new Notification(
                view.contactName(),
                view.contactMobile().toString(),
                sentences(application, view),
                kind.reviewPath() + "/" + number + "/notified",
                view.notified());
    }

    private List<String> sentences(FiledApplication application, ApplicationView view) {
        TimelineEntry decision = view.lastDecision();
        if (decision == null) {
            return List.of();
        }
        List<String> say = new ArrayList<>();
        say.add(Messages.of(
                "application.say.about",
                view.title(),
                view.kind().label(),
                view.number(),
                Messages.of("application.say." + decision.action())));
        if (!decision.reasons().isEmpty()) {
            say.add(Messages.of("application.say.reason", String.join("；", decision.reasons())));
        }
        if (!decision.marks().isEmpty()) {
            say.add(Messages.of("application.say.marks", Mark.words(decision.marks())));
        }
        if (!decision.opinion().isBlank()) {
            say.add(Messages.of("application.say.opinion", decision.opinion()));
        }
        if (decision.action() == ReviewAction.APPROVE) {
            say.add(sayAfterApproval(definitions.of(view.kind()), application));
        } else if (decision.action() == ReviewAction.RETURN) {
            say.add(Messages.of(
                    "application.say.revise",
                    view.kind().byReceipt()
                            ? Messages.of("application.say.receipt")
                            : Messages.of(
                                    "application.say.account",
                                    view.kind().ownPage().label())));
        } else {
            say.add(Messages.of("application.say.ask"));
        }
        return say;
    }

    private <D> String sayAfterApproval(ApplicationDefinition<?, D> definition, FiledApplication application) {
        return definition.presenter().sayAfterApproval(application.number(), views.details(application, definition));
    }

    private <D> ReviewSheet sheet(
            ApplicationDefinition<?, D> definition, FiledApplication application, CurrentUser reviewer) {
        D details = views.details(application, definition);
        boolean waits = application.status() == ReviewStatus.PENDING;
        ApplicationDefinition.Reading now = waits
                ? definition.readForReview(application.number(), details)
                : new ApplicationDefinition.Reading(
                        definition.presenter().describe(details),
                        application.lastRound().checks());
        ApplicationView view = views.of(application, now.fields());
        return new ReviewSheet(
                view,
                views.before(application, now.fields()),
                view.marksOf(application.round() - 1),
                markings.places(definition, view.fields(), view.files()),
                application.round() > 1
                        ? application.round(application.round() - 1).files()
                        : List.of(),
                now.checks(),
                waits ? null : view.decidedAt().orElse(null),
                definition.kind().returnReasons(),
                definition.policy().paperDocuments(details),
                papersReceived(application),
                DueDate.of(application.dueOn(), LocalDate.now(clock), workingDays),
                application.mayBeDecidedBy(reviewer.operatorId()));
    }

    /** The paper documents that had come by the last round in which they stand: they are still there. */
    private static List<String> papersReceived(FiledApplication application) {
        Map<String, Boolean> last = new LinkedHashMap<>();
        application.rounds().stream()
                .flatMap(round -> round.papers().stream())
                .forEach(paper -> last.put(paper.document(), paper.received()));
        return last.keySet().stream().filter(last::get).toList();
    }

    private FiledApplication load(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> applications.findOfDistrict(number, kind, district))
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /**
     * Asks other systems about an application before it is looked at or approved, outside of any transaction; nothing where there
     * is no such application.
     */
    public void consult(ApplicationKind kind, ApplicationNumber number) {
        if (!definitions.of(kind).policy().consults()) {
            return;
        }
        applications
                .find(number)
                .filter(application -> application.kind() == kind)
                .ifPresent(application -> consult(definitions.of(kind), application));
    }

    private <D> void consult(ApplicationDefinition<?, D> definition, FiledApplication application) {
        definition.policy().consult(views.details(application, definition));
    }
}
