package org.maintenancefund.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The first administrator of a database without accounts. */
@IntegrationTest
@Transactional
class FirstAdministratorTest {

    @Autowired
    FirstAdministrator first;

    @Autowired
    OperatorRepository operators;

    @Autowired
    Operators all;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("new/first-administrator.txt");
    }

    private void anEmptyDatabase() {
        jdbc.sql("DELETE FROM message").update();
        jdbc.sql("DELETE FROM operator").update();
    }

    @Test
    void waitsForTheFirstSignInWithACodeThatOnlyTheOwnerReads() throws Exception {
        anEmptyDatabase();

        first.prepare(file());

        assertThat(operators.findByUsername("admin").orElseThrow().state()).isEqualTo(OperatorState.PENDING_ACTIVATION);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        String code = Files.readString(file()).replaceAll("(?s).*激活码 (\\S+).*", "$1");
        assertThat(all.activate("admin", OneTimeCode.parse(code).orElseThrow(), "a very quiet evening"))
                .isTrue();
    }

    @Test
    void isMadeOnceAndOnlyWhereThereIsNobody() throws Exception {
        anEmptyDatabase();
        first.prepare(file());
        String before = Files.readString(file());

        first.prepare(file());

        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void getsANewCodeWhereTheFileIsLostBeforeItWasUsed() throws Exception {
        anEmptyDatabase();
        first.prepare(file());
        String before = Files.readString(file());
        Files.delete(file());

        first.prepare(file());

        assertThat(Files.readString(file())).isNotEqualTo(before);
    }
}
