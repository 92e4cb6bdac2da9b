package org.maintenancefund.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private final String object = UUID.randomUUID().toString();

    @Test
    void anEntryKeepsTheChangedFieldsWithoutFullMobileNumbersAndCodes() {
        inTransaction(() -> trail.record(AuditEvent.of("TEST_CHANGED")
                .on("test", object, "和谐花园业委会（联系人 13900001234）")
                .change("mobile", new MobileNumber("13900001234"), new MobileNumber("13900005678"))
                .change("note", null, "请打 139 0000-1234 或 13900005678，编号 2139000012345")
                .change("code", null, OneTimeCode.generate())
                .change("unchanged", 1, 1)
                .change("streets", List.of(), List.of("望湖街道", "13900001234"))));

        Map<String, Object> entry = entry();
        assertThat(entry.get("object_name")).isEqualTo("和谐花园业委会（联系人 139****1234）");
        assertThat(entry.get("result")).isEqualTo("SUCCESS");
        assertThat(entry.get("changes").toString())
                .isEqualTo("{\"mobile\":{\"before\":\"139****1234\",\"after\":\"139****5678\"},"
                        + "\"note\":{\"before\":null,\"after\":\"请打 139****1234 或 139****5678，编号 2139000012345\"},"
                        + "\"code\":{\"before\":null,\"after\":\"********\"},"
                        + "\"streets\":{\"before\":[],\"after\":[\"望湖街道\",\"139****1234\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "newPassword", "activationCode", "receiptCodeHash", "draftToken"})
    void aSecretHasNoPlaceInIt(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditEvent.of("TEST_CHANGED").change(field, null, "x"));
    }

    @Test
    void aTransactionThatIsUndoneLeavesNoEntry() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record(AuditEvent.of("TEST_CHANGED").on("test", object, null));
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
    }

    @Test
    void withoutATransactionThereIsNothingToRecordIn() {
        assertThatThrownBy(() -> trail.record(AuditEvent.of("TEST_CHANGED").on("test", object, null)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEntryOnItsOwnIsKeptWhateverBecomesOfTheTransactionAroundIt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.recordOnItsOwn(
                    AuditEvent.of("TEST_REFUSED").on("test", object, null).endedWith(AuditResult.REFUSED));
            status.setRollbackOnly();
        });
        assertThat(entry().get("result")).isEqualTo("REFUSED");
    }

    @Test
    void whatIsTooLongOrUnstorableIsCutAndKept() {
        inTransaction(() -> trail.record(AuditEvent.of("TEST_CHANGED")
                .on("test", object, "𠮷\u0000".repeat(500))
                .change("note", "字".repeat(5000), null)));
        assertThat(entry().get("object_name").toString()).startsWith("𠮷\ufffd").endsWith("…");
    }

    @Test
    void anEntryOfAnyTimeFindsAPlace() {
        for (String time : List.of("2001-01-01T00:00:00Z", "2199-12-31T23:59:59Z")) {
            clock.at(
                    Instant.parse(time),
                    () -> inTransaction(
                            () -> trail.record(AuditEvent.of("TEST_CHANGED").on("test", object, null))));
        }
        assertThat(count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'OTHER'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "UPDATE audit_entry_default SET action = 'OTHER'",
                "DELETE FROM audit_entry_default",
                "TRUNCATE audit_entry_default",
                "UPDATE %s SET action = 'OTHER'",
                "DELETE FROM %s",
                "TRUNCATE %s",
                "UPDATE audit_seal SET hash = hash",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal"
            })
    @Transactional
    void noEntryCanBeChangedOrTakenAway(String statement) {
        anEntryNow();
        clock.at(Instant.parse("2001-01-01T00:00:00Z"), this::anEntryNow);
        sealOne();

        String partition = jdbc.sql("SELECT tableoid::regclass::text FROM audit_entry WHERE object_id = ?"
                        + " ORDER BY occurred_at DESC LIMIT 1")
                .param(object)
                .query(String.class)
                .single();
        assertThatThrownBy(() -> jdbc.sql(statement.formatted(partition)).update())
                .hasStackTraceContaining("the audit trail is append-only");
    }

    private void anEntryNow() {
        inTransaction(() -> trail.record(AuditEvent.of("TEST_CHANGED").on("test", object, null)));
    }

    private void sealOne() {
        jdbc.sql("INSERT INTO audit_seal SELECT coalesce(max(position), 0) + 1, gen_random_uuid(), now(), "
                        + "decode(repeat('00', 32), 'hex') FROM audit_seal")
                .update();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE object_id = ?")
                .param(object)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> entry() {
        return jdbc.sql("SELECT * FROM audit_entry WHERE object_id = ?")
                .param(object)
                .query()
                .singleRow();
    }
}
