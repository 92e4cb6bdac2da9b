package org.maintenancefund.billing.start;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartRequirement;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 开通: tells what an area lacks, and opens it from a month on when nothing is missing. */
@Service
@RequiredArgsConstructor
public class StartService {

    /** So many months ahead it may be opened for. */
    private static final int MOST_AHEAD = 3;

    private final ObjectProvider<StartRequirement> requirements;
    private final CollectionRights rights;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** An area that is opened. */
    public record Started(YearMonth firstMonth, LocalDate openedOn, String openedByName) {}

    /**
     * An area before or after it is opened.
     *
     * @param started  null where it is not opened
     * @param lines    what is asked for, in order; empty where it is opened
     * @param months   those that the reader may open it from; empty where they may not
     * @param may      whether the reader is who opens it
     */
    public record StartView(
            AreaView area, @Nullable Started started, List<StartLine> lines, List<YearMonth> months, boolean may) {

        /** True where nothing is missing. */
        public boolean isReady() {
            return lines.stream().noneMatch(line -> line.state() == StartLine.State.MISSING);
        }

        /** True where something has to be said to be right. */
        public boolean isAsked() {
            return lines.stream().anyMatch(line -> line.state() == StartLine.State.ASKED);
        }

        /** How many lines are done. */
        public long done() {
            return lines.stream().filter(StartLine::isDone).count();
        }
    }

    /** The area for whoever may see its collection. */
    @Transactional(readOnly = true)
    public StartView view(AreaId id, CurrentUser user) {
        AreaView area = rights.get(id, user);
        Started started = find(area.id()).orElse(null);
        if (started != null) {
            return new StartView(area, started, List.of(), List.of(), false);
        }
        boolean may = rights.mayCollect(area, user);
        Optional<Mandate> mandate = rights.mandateOn(area.id(), LocalDate.now(clock));
        List<YearMonth> months = may ? months(mandate.orElseThrow()) : List.of();
        YearMonth month = months.isEmpty() ? YearMonth.now(clock) : months.get(0);
        return new StartView(area, null, lines(area, month), months, may);
    }

    private List<StartLine> lines(AreaView area, YearMonth month) {
        return requirements
                .orderedStream()
                .map(requirement -> requirement.check(area, month))
                .toList();
    }

    /** From this month to three months ahead, as far as the mandate has days in them. */
    private List<YearMonth> months(Mandate mandate) {
        YearMonth now = YearMonth.now(clock);
        return Stream.iterate(now, month -> month.plusMonths(1))
                .limit(MOST_AHEAD + 1L)
                .filter(month -> !month.atDay(1).isAfter(mandate.validTo()))
                .toList();
    }

    /**
     * Opens the area, once. The mandate is locked meanwhile: of two people who press at once one opens it, and what ends the mandate
     * waits, or has ended it before.
     *
     * @param month    the first one that is billed
     * @param answered whether what is unlikely was said to be right
     * @throws Refusal where it is opened already, something is missing by now, or the month can't be one
     */
    @Transactional
    public void open(AreaId id, YearMonth month, boolean answered, CurrentUser user) {
        AreaView area = rights.collecting(id, user);
        MandateId mandate = lockMandate(area.id(), user);
        if (find(area.id()).isPresent()) {
            throw Refusal.because("billing.start.already");
        }
        if (!months(rights.mandateOn(area.id(), LocalDate.now(clock)).orElseThrow())
                .contains(month)) {
            throw Refusal.because("billing.start.month.bounds");
        }
        List<StartLine> lines = lines(area, month);
        lines.stream()
                .filter(line -> line.state() == StartLine.State.MISSING)
                .findFirst()
                .ifPresent(line -> {
                    throw Refusal.because("billing.start.not-ready", line.title(), line.text());
                });
        List<StartLine> asked = lines.stream()
                .filter(line -> line.state() == StartLine.State.ASKED)
                .toList();
        if (!asked.isEmpty() && !answered) {
            throw Refusal.because("billing.start.asked");
        }
        keep(area, month, mandate, user);
        String confirmed =
                asked.stream().map(line -> line.title() + "：" + line.text()).collect(Collectors.joining("；"));
        trail.record(AuditEvent.of("COLLECTION_OPENED")
                .on("area", area.code(), area.name())
                .change("firstMonth", null, month)
                .change("confirmed", null, confirmed.isEmpty() ? null : confirmed));
    }

    /** The row of the mandate by which the person collects today, until the transaction ends. */
    private MandateId lockMandate(AreaId area, CurrentUser user) {
        return jdbc.sql("SELECT m.id FROM collection_mandate m WHERE m.area_id = :area"
                        + " AND (m.enterprise_id = :organisation OR m.office_id = :organisation)"
                        + " AND m.validity @> CAST(:today AS date) FOR UPDATE")
                .param("area", area.value())
                .param("organisation", user.organisation().id())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new MandateId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> Refusal.because("billing.start.mandate-gone"));
    }

    private void keep(AreaView area, YearMonth month, MandateId mandate, CurrentUser user) {
        int opened = jdbc.sql(
                        "INSERT INTO collection_start (area_id, first_month, mandate_id, opened_by, opened_by_name, opened_at)"
                                + " VALUES (:area, :month, :mandate, :by, :name, :now)"
                                + " ON CONFLICT ON CONSTRAINT pk_collection_start DO NOTHING")
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .param("mandate", mandate.value())
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (opened == 0) {
            throw Refusal.because("billing.start.already");
        }
    }

    private Optional<Started> find(AreaId area) {
        return jdbc.sql("SELECT first_month, opened_at, opened_by_name FROM collection_start WHERE area_id = :area")
                .param("area", area.value())
                .query((row, i) -> new Started(
                        YearMonth.from(row.getObject(1, LocalDate.class)),
                        LocalDate.ofInstant(row.getTimestamp(2).toInstant(), clock.getZone()),
                        row.getString(3)))
                .optional();
    }
}
