package org.maintenancefund.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AuditMonthsTest {

    @Autowired
    AuditMonths months;

    @Autowired
    AuditTrail trail;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thisMonthAndTheNextThreeAreMadeOnce() {
        clock.at(Instant.parse("2031-11-30T16:00:00Z"), () -> {
            months.createAhead();
            months.createAhead();
        });
        // 16:00 in Greenwich is the first of December in Shanghai.
        assertThat(partitions("audit_entry_2031%")).containsExactly("audit_entry_2031_12");
        assertThat(partitions("audit_entry_2032%"))
                .containsExactly("audit_entry_2032_01", "audit_entry_2032_02", "audit_entry_2032_03");
    }

    @Test
    void anEntryGoesToTheMonthOfTheCitysTime() {
        clock.at(Instant.parse("2031-11-30T16:00:00Z"), () -> {
            months.createAhead();
            trail.record(AuditEvent.of("TEST_CHANGED").on("test", "month", null));
        });
        assertThat(jdbc.sql("SELECT tableoid::regclass::text FROM audit_entry WHERE object_id = 'month'")
                        .query(String.class)
                        .single())
                .isEqualTo("audit_entry_2031_12");
    }

    @Test
    void aMonthWhoseEntriesWaitInTheDefaultPartitionStaysThere() {
        clock.at(Instant.parse("2031-12-15T00:00:00Z"), () -> {
            trail.record(AuditEvent.of("TEST_CHANGED").on("test", "default", null));
            months.createAhead();
            trail.record(AuditEvent.of("TEST_CHANGED").on("test", "default", null));
        });
        assertThat(partitions("audit_entry_2031%")).isEmpty();
        assertThat(partitions("audit_entry_2032%")).hasSize(3);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry_default WHERE object_id = 'default'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aNewMonthCanNotBeEmptiedEither() {
        clock.at(Instant.parse("2031-11-30T16:00:00Z"), months::createAhead);
        assertThatThrownBy(() -> jdbc.sql("TRUNCATE audit_entry_2032_01").update())
                .hasStackTraceContaining("the audit trail is append-only");
    }

    private List<String> partitions(String like) {
        return jdbc.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE ? ORDER BY relname")
                .param(like)
                .query(String.class)
                .list();
    }
}
