package org.maintenancefund.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.web.TimelineEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The history of one record, as its page tells it. */
@IntegrationTest
@Transactional
class AuditHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditHistory history;

    @Autowired
    TravellingClock clock;

    private final UUID id = UUID.randomUUID();

    @Test
    void theNewestComesFirstInWords() {
        record(MONDAY, AuditEvent.of("OFFICE_OPENED").on("office", id, "和谐管理处"));
        record(
                MONDAY.plusSeconds(60),
                AuditEvent.of("OFFICE_CHANGED")
                        .on("office", id, "和谐管理处")
                        .change("address", "旧址", "新址")
                        .change("remark", null, "备注"));

        List<TimelineEntry> entries = history.of("office", id);

        assertThat(entries).extracting(TimelineEntry::title).containsExactly("修改小区管理处", "新建小区管理处");
        assertThat(entries.get(0).meta()).isEqualTo("2026-11-23 10:01　云州物业　周敏");
        assertThat(entries.get(0).texts()).containsExactly("地址：旧址 → 新址", "备注：备注");
    }

    @Test
    void whatWasOnlyTriedAndWhatWasDoneToOthersIsNotInIt() {
        record(MONDAY, AuditEvent.of("OFFICE_OPENED").on("office", id, "和谐管理处").endedWith(AuditResult.REFUSED));
        record(MONDAY, AuditEvent.of("OFFICE_OPENED").on("enterprise", id, "和谐物业"));

        assertThat(history.of("office", id)).isEmpty();
    }

    private void record(Instant at, AuditEvent event) {
        clock.at(
                at,
                () -> trail.record(
                        event.by(SignedIn.person("周敏", Role.ENTERPRISE_OPERATOR, MunicipalCentre.REF, "云州物业", null))));
    }
}
