package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.domain.ApplicationAgeing;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.application.domain.ApplicationViews;
import org.maintenancefund.application.domain.FiledApplication;
import org.maintenancefund.application.domain.FiledApplications;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.AskedOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applications as the people see them whose they are; every load names who asks. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Applications {

    /** An application in the list of the organisation that applied. */
    public record OwnApplication(
            ApplicationNumber number,
            String title,
            String tag,
            ReviewStatus status,
            Instant submittedAt,
            UUID subject) {}

    /**
     * An application that waits, for the district or for who applied.
     *
     * @param district   in charge
     * @param until      the day by which it is decided, or before which it is to be mended
     * @param untilWords the same as people are told it, marked where it may move
     */
    public record Underway(
            ApplicationNumber number,
            ApplicationKind kind,
            String title,
            ReviewStatus status,
            DistrictId district,
            LocalDate until,
            String untilWords) {

        public boolean isReturned() {
            return status == ReviewStatus.RETURNED;
        }

        /** Its page for who applied. */
        public String href() {
            return kind.ownPath().map(path -> path + "/" + number).orElse("/progress");
        }
    }

    private static final int MOST_UNDERWAY = 50;

    private static final Keyset<OwnApplication> OWN = new Keyset<>(
            "number, title, tag, status, submitted_at, subject_id",
            "FROM application",
            List.of(new Keyset.Key("first_submitted_at", Instant.class), new Keyset.Key("number", String.class)),
            true,
            (row, i) -> new OwnApplication(
                    new ApplicationNumber(row.getString(1)),
                    row.getString(2),
                    Objects.requireNonNullElse(row.getString(3), ""),
                    ReviewStatus.valueOf(row.getString(4)),
                    row.getTimestamp(5).toInstant(),
                    row.getObject(6, UUID.class)));

    private final ApplicationRepository applications;
    private final FiledApplications filed;
    private final ApplicationViews views;
    private final ApplicationDefinitions definitions;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final ApplicationAgeing ageing;

    /** For the reviewer: an application of the reviewer's own district. */
    public ApplicationView forReview(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> filed.findOfDistrict(number, kind, district))
                .map(views::of)
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /** For an operator: an application of the operator's own organisation, without internal remarks. */
    public ApplicationView ownOf(ApplicationKind kind, ApplicationNumber number, OrgRef applicant) {
        return filed.findOfApplicant(number, kind, applicant)
                .map(views::forApplicant)
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /**
     * What came of an approval, for the applicant.
     *
     * @param next     what comes next
     * @param assigned the number that it gave; null where it gave none
     */
    public record AfterApproval(String next, @Nullable DetailField assigned) {}

    /** What came of the approval of one of its own. */
    public AfterApproval afterApproval(ApplicationView own) {
        return afterApproval(definitions.of(own.kind()), own.number());
    }

    private <D> AfterApproval afterApproval(ApplicationDefinition<?, D> definition, ApplicationNumber number) {
        D details = views.details(filed.get(number), definition);
        return new AfterApproval(
                definition.presenter().sayAfterApproval(number, details),
                definition.presenter().assigned(number, details).orElse(null));
    }

    /** The organisation's own applications of a kind, newest first; without details. */
    public Listing<OwnApplication> own(ApplicationKind kind, OrgRef applicant) {
        return OWN.where(
                jdbc,
                new Conditions()
                        .equal("applicant_type", Optional.of(applicant.type()))
                        .equal("applicant_id", Optional.of(applicant.id()))
                        .equal("kind", Optional.of(kind.code())));
    }

    /** What of an organisation's own is under way, of all kinds, the latest first. */
    public List<Underway> underway(OrgRef applicant) {
        return AskedOnce.of(new OfApplicant(applicant), () -> findUnderway(applicant));
    }

    private record OfApplicant(OrgRef applicant) {}

    private List<Underway> findUnderway(OrgRef applicant) {
        return jdbc.sql("SELECT number, kind, title, status, district_id, due_on, revise_by FROM application"
                        + " WHERE applicant_type = :type AND applicant_id = :id AND status IN ('PENDING', 'RETURNED')"
                        + " ORDER BY first_submitted_at DESC, number DESC LIMIT " + MOST_UNDERWAY)
                .param("type", applicant.type().name())
                .param("id", applicant.id())
                .query((row, i) -> underway(row))
                .list();
    }

    private Underway underway(ResultSet row) throws SQLException {
        ReviewStatus status = ReviewStatus.valueOf(row.getString("status"));
        boolean returned = status == ReviewStatus.RETURNED;
        LocalDate until = row.getObject(returned ? "revise_by" : "due_on", LocalDate.class);
        return new Underway(
                new ApplicationNumber(row.getString("number")),
                definitions.of(row.getString("kind")).kind(),
                row.getString("title"),
                status,
                new DistrictId(row.getObject("district_id", UUID.class)),
                until,
                returned ? until.toString() : workingDays.dueWords(until));
    }

    /** What there is to tell of it. Asks nobody whether they may see it: for messages to those whose it is. */
    public ToldApplication told(ApplicationNumber number) {
        FiledApplication application = filed.get(number);
        return told(application, definitions.of(application.kind()));
    }

    private <D> ToldApplication told(FiledApplication application, ApplicationDefinition<?, D> definition) {
        D details = views.details(application, definition);
        ApplicationSummary summary = application.summary();
        Optional<TimelineEntry> decision = application.timeline().stream()
                .filter(entry -> entry.action().isDecision())
                .findFirst();
        ReviewStatus status = application.status();
        return new ToldApplication(
                application.number(),
                application.kind(),
                summary.title(),
                summary.district(),
                summary.contactName(),
                summary.contactMobile(),
                definition.presenter().email(details).orElse(""),
                application.dueOn(),
                status == ReviewStatus.RETURNED ? application.reviseBy() : null,
                decision.map(Applications::reasons).orElse(List.of()),
                status == ReviewStatus.APPROVED
                        ? definition.presenter().sayAfterApproval(application.number(), details)
                        : "");
    }

    private static List<String> reasons(TimelineEntry decision) {
        return Stream.of(decision.reasons().stream(), Stream.of(Mark.words(decision.marks()), decision.opinion()))
                .flatMap(said -> said)
                .filter(said -> !said.isBlank())
                .toList();
    }

    /** True where one of its own of that kind waits for a decision. */
    public boolean ownPending(ApplicationKind kind, OrgRef applicant) {
        return applications.existsPendingOfApplicant(kind, applicant);
    }

    /** Lets all returned applications lapse that nobody touched for too long; what the nightly job does. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int lapseUntouched() {
        return ageing.lapseUntouched();
    }
}
