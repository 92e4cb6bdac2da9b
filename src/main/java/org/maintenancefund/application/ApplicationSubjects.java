package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.city.DistrictReference;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Applications by their subject, for the feature that keeps the subjects and may put one in another's place. */
@Service
@Order(2)
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ApplicationSubjects implements DistrictReference {

    /** An application under way (待审核 or 已退回) as those see it who look after its subject; nothing about the applicant. */
    public record OpenApplication(
            ApplicationNumber number, ApplicationKind kind, ReviewStatus status, UUID subject, String title) {}

    /** What {@link #read} takes of an application {@code s}, for statements that ask more than this one module knows. */
    public static final String COLUMNS = "s.number, s.kind, s.status, s.subject_id, s.title";

    private final ApplicationRepository applications;
    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final JsonMapper json;

    /** What is under way (待审核, 已退回) for the subjects, by number. */
    public List<OpenApplication> open(Collection<UUID> subjects) {
        return subjects.isEmpty() ? List.of() : open(subjects, "");
    }

    /** Of the subjects those with an application of that kind in 待审核, other than {@code except}; nothing about whose it is. */
    public List<UUID> pending(ApplicationKind kind, Collection<UUID> subjects, @Nullable ApplicationNumber except) {
        return applications.findPendingSubjects(kind, subjects, except);
    }

    /**
     * Puts {@code to} in the place of the other subjects, in every application under way.
     *
     * @return what was moved, as it was before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenApplication> move(Collection<UUID> from, UUID to) {
        List<OpenApplication> moved = open(from, " FOR UPDATE");
        moved.forEach(application -> put(application.number(), to));
        return moved;
    }

    /** Puts the subject back into one application, whatever became of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ApplicationNumber number, UUID subject) {
        applications.lock(number).ifPresent(application -> {
            application.moveTo(subject);
            applications.saveAndFlush(application);
        });
    }

    /** The latest application of one of the subjects that was decided after that moment. */
    public Optional<ApplicationNumber> decidedSince(Collection<UUID> subjects, Instant since) {
        return subjects.isEmpty()
                ? Optional.empty()
                : jdbc.sql("SELECT a.number FROM application a JOIN application_entry e ON e.number = a.number"
                                + " WHERE a.subject_id IN (:subjects) AND e.action IN ('APPROVE', 'RETURN', 'REFUSE')"
                                + " AND e.at > :since ORDER BY e.at DESC LIMIT 1")
                        .param("subjects", subjects)
                        .param("since", Timestamp.from(since))
                        .query(String.class)
                        .optional()
                        .map(ApplicationNumber::new);
    }

    /** What the latest application of a kind about each of the subjects says, for names that stand nowhere else. */
    public <D> Map<UUID, D> details(ApplicationKind kind, Collection<UUID> subjects, Class<D> detailsType) {
        Map<UUID, D> details = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql("SELECT a.subject_id, r.details FROM application a"
                            + " JOIN application_round r ON r.number = a.number AND r.round = a.round"
                            + " WHERE a.kind = :kind AND a.subject_id IN (:subjects) ORDER BY a.number")
                    .param("kind", kind.code())
                    .param("subjects", subjects)
                    .query(row -> {
                        details.put(row.getObject(1, UUID.class), json.readValue(row.getString(2), detailsType));
                    });
        }
        return details;
    }

    /** Applications are found by the street they are about; a new area's lies there before there is an area. */
    @Override
    public Optional<Reason> whyKept(DistrictId district, Street street) {
        boolean any = jdbc.sql("SELECT EXISTS (SELECT FROM application"
                        + " WHERE district_id = :district AND street_id = :street)")
                .param("district", district.value())
                .param("street", street.id().value())
                .query(Boolean.class)
                .single();
        return any ? Optional.of(Reason.of("application.street.kept", street.name())) : Optional.empty();
    }

    private List<OpenApplication> open(Collection<UUID> subjects, String lock) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM application s"
                        + " WHERE s.subject_id IN (:subjects) AND s.status IN ('PENDING', 'RETURNED') ORDER BY s.number"
                        + lock)
                .param("subjects", subjects)
                .query(this::read)
                .list();
    }

    /** Reads a row that has {@link #COLUMNS}. */
    public OpenApplication read(ResultSet row, int number) throws SQLException {
        return new OpenApplication(
                new ApplicationNumber(row.getString("number")),
                definitions.of(row.getString("kind")).kind(),
                ReviewStatus.valueOf(row.getString("status")),
                row.getObject("subject_id", UUID.class),
                row.getString("title"));
    }
}
