package org.maintenancefund.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.audit.domain.AuditChain.ChainVerification;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain over a few entries, and what whoever owns the database may do to it. All in one transaction that is rolled
 * back, switched-off triggers too.
 */
@IntegrationTest
@Transactional
class AuditChainTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    private final String object = UUID.randomUUID().toString();

    @BeforeEach
    void threeSealedEntries() {
        record("一", "二", "三");
        sealer.seal();
    }

    @Test
    void whatWasSealedAndNotTouchedIsIntact() {
        ChainVerification found = chain.verify();

        assertThat(found.isIntact()).isTrue();
        assertThat(found.sealed()).isGreaterThanOrEqualTo(3);
        assertThat(found.waiting()).isZero();
        assertThat(found.head()).hasSize(64);
    }

    @Test
    void anEntryThatWaitsForItsSealIsNoFault() {
        record("四");
        assertThat(chain.verify()).returns(true, ChainVerification::isIntact).returns(1L, ChainVerification::waiting);

        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealer.seal()).isZero();
        assertThat(chain.verify()).returns(true, ChainVerification::isIntact).returns(0L, ChainVerification::waiting);
    }

    @Test
    void moreEntriesThanOneStepTakesAreAllSealed() {
        record(IntStream.range(0, 1203).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(sealer.seal()).isEqualTo(1203);
        assertThat(chain.verify().isIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET object_name = '二改' WHERE id = :second",
                "UPDATE audit_entry SET changes = '{ }' WHERE id = :second",
                "UPDATE audit_entry SET result = 'FAILURE' WHERE id = :second",
                "UPDATE audit_entry SET operator_username = '' WHERE id = :second",
                "UPDATE audit_entry SET object_name = object_type, object_type = object_name WHERE id = :second",
                "DELETE FROM audit_entry WHERE id = :second"
            })
    void anEntryThatWasChangedOrTakenAwayIsFoundAtItsPlace(String tampering) {
        long second = position(second());
        asTheOwner(
                "audit_entry",
                () -> jdbc.sql(tampering).param("second", second()).update());

        assertThat(chain.verify())
                .returns(1L, ChainVerification::faults)
                .returns(second, ChainVerification::firstFault);
    }

    @Test
    void aSealThatWasMadeAnewForAChangedEntryShowsAtTheNextOne() {
        long second = position(second());
        asTheOwner(
                "audit_entry",
                () -> jdbc.sql("UPDATE audit_entry SET object_name = '二改' WHERE id = ?")
                        .param(second())
                        .update());
        asTheOwner(
                "audit_seal",
                () -> jdbc.sql("UPDATE audit_seal SET hash = ? WHERE position = ?")
                        .params(anew(second), second)
                        .update());

        assertThat(chain.verify().firstFault()).isEqualTo(second + 1);
    }

    @Test
    void anEntryTakenOutWithItsSealLeavesAGap() {
        long second = position(second());
        asTheOwner(
                "audit_entry",
                () -> jdbc.sql("DELETE FROM audit_entry WHERE id = ?")
                        .param(second())
                        .update());
        asTheOwner(
                "audit_seal",
                () -> jdbc.sql("DELETE FROM audit_seal WHERE position = ?")
                        .param(second)
                        .update());

        assertThat(chain.verify().firstFault()).isEqualTo(second + 1);
    }

    @Test
    void anEntryPutInPastTheTrailIsFound() {
        asTheOwner("audit_entry", () -> record("五"));
        assertThat(chain.verify()).returns(1L, ChainVerification::faults).returns(null, ChainVerification::firstFault);
    }

    @Test
    void anEntryTakenAwayBeforeItWasSealedIsFound() {
        record("六");
        asTheOwner(
                "audit_entry",
                () -> jdbc.sql("DELETE FROM audit_entry WHERE object_name = '六' AND object_id = ?")
                        .param(object)
                        .update());

        assertThat(sealer.seal()).isZero();
        assertThat(chain.verify().faults()).isEqualTo(1);
    }

    private void record(String... names) {
        for (String name : names) {
            trail.record(AuditEvent.of("TEST_CHANGED").on("test", object, name).change("name", null, name));
        }
    }

    private UUID second() {
        return ids().get(1);
    }

    private List<UUID> ids() {
        return jdbc.sql("SELECT entry_id FROM audit_seal JOIN audit_entry ON id = entry_id"
                        + " WHERE object_id = ? ORDER BY position")
                .param(object)
                .query(UUID.class)
                .list();
    }

    private long position(UUID entry) {
        return jdbc.sql("SELECT position FROM audit_seal WHERE entry_id = ?")
                .param(entry)
                .query(Long.class)
                .single();
    }

    private byte[] anew(long position) {
        byte[] previous = jdbc.sql("SELECT hash FROM audit_seal WHERE position = ?")
                .param(position - 1)
                .query(byte[].class)
                .single();
        AuditEntry changed = jdbc.sql("SELECT " + AuditEntry.COLUMNS + " FROM audit_entry e WHERE e.id = ?")
                .param(second())
                .query(AuditEntry::read)
                .single();
        return ChainHash.of(previous, changed);
    }

    /** The owner of a table can switch its triggers off; the application's role, where it is another one, can't. */
    private void asTheOwner(String table, Runnable work) {
        jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        work.run();
        jdbc.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER").update();
    }
}
