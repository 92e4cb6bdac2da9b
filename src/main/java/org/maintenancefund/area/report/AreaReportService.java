package org.maintenancefund.area.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports, answers them and notes that their people were phoned. */
@Service
@RequiredArgsConstructor
class AreaReportService {

    private static final String PREFIX = "FK";

    private final AreaReportRepository reports;
    private final RunningNumbers numbers;
    private final AuditTrail trail;
    private final AdvisoryLocks locks;
    private final Clock clock;

    /** Takes a report; one that was taken already is found again by its token. */
    @Transactional
    public AreaReport take(ReportForm form) {
        // Two of the same at once: the second waits here until the first is through.
        locks.lock(Purpose.AREA_REPORT, form.token());
        return reports.findByToken(form.toToken()).orElseGet(() -> {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, clock.getZone());
            AreaReport made = reports.saveAndFlush(form.toReport(numbers.next(PREFIX, today), now));
            trail.record(AuditEvent.of("AREA_REPORTED")
                    .on("report", made.number(), made.kind().label()));
            return made;
        });
    }

    @Transactional(readOnly = true)
    public Optional<AreaReport> taken(UUID token) {
        return reports.findByToken(token);
    }

    /** A report that the person may see: a district's people those of their district, the municipal centre's all. */
    @Transactional(readOnly = true)
    public AreaReport get(ApplicationNumber number, CurrentUser user) {
        return reports.findById(number)
                .filter(report -> user.sees(report.district()))
                .orElseThrow(() -> new NotFound("report " + number));
    }

    /** True where the person answers it: the district for a missing area of its own, the municipal centre for the rest. */
    static boolean answers(AreaReport report, CurrentUser user) {
        return report.kind() == ReportKind.MISSING
                ? user.is(Role.DISTRICT_STAFF) && user.sees(report.district())
                : user.is(Role.MUNICIPAL_STAFF);
    }

    /**
     * Answers a report.
     *
     * @throws Refusal where somebody answered it before
     */
    @Transactional
    public void close(
            ApplicationNumber number, ReportState outcome, String reply, @Nullable AreaId result, CurrentUser user) {
        AreaReport report = lockToAnswer(number, user);
        report.close(outcome, reply, result, user, clock.instant());
        reports.flush();
        trail.record(AuditEvent.of("AREA_REPORT_CLOSED")
                .on("report", number, report.kind().label())
                .change("state", ReportState.OPEN.label(), outcome.label()));
    }

    /** What came of phoning the person. */
    @Transactional
    public void recordCall(ApplicationNumber number, CallOutcome outcome, CurrentUser user) {
        AreaReport report = lockToAnswer(number, user);
        if (outcome == CallOutcome.REACHED) {
            report.recordNotified(user, clock.instant());
            reports.flush();
        }
        trail.record(AuditEvent.of("AREA_REPORT_" + outcome)
                .on("report", number, report.kind().label()));
    }

    private AreaReport lockToAnswer(ApplicationNumber number, CurrentUser user) {
        AreaReport report = reports.lock(number)
                .filter(found -> user.sees(found.district()))
                .orElseThrow(() -> new NotFound("report " + number));
        if (!answers(report, user)) {
            throw Refusal.because("area.report.not-yours");
        }
        return report;
    }
}
