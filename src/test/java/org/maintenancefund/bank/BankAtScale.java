package org.maintenancefund.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.matching.MatchingService;
import org.maintenancefund.bank.statement.StatementImports;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement of 10,000 lines previewed and kept with an entry of the books for each, and 10,000 slips matched with them. Not part of the build:
 *
 * <pre>./mvnw test -Dtest=BankAtScale</pre>
 */
@IntegrationTest
class BankAtScale {

    private static final int LINES = Integer.getInteger("bank.lines", 10_000);
    private static final Duration PREVIEWED = Duration.ofSeconds(5);
    private static final Duration MATCHED = Duration.ofSeconds(10);
    private static final String NUMBER = "62270000980001";

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    AFundAccount accounts;

    @Autowired
    StatementImports imports;

    @Autowired
    MatchingService matching;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLargeStatementIsPreviewedAndItsSlipsAreMatched() {
        FundAccountId account = accounts.confirmed(NUMBER, "0");
        CollectedArea area = CollectedArea.named("万单苑", world, context);
        accounts.keeps(account, area.id());
        LocalDate today = area.today();
        ABankFile file = ABankFile.of(NUMBER, "0");
        for (int i = 1; i <= LINES; i++) {
            file.in(today, amount(i), "安居物业公司" + i, "3205016151360" + i, "维修资金 " + number(today, i));
        }
        jdbc.sql("ANALYZE").update();

        long begun = System.nanoTime();
        Uploaded uploaded = file.upload(account, accounts.clerk(), context);
        Duration previewed = since(begun);
        UUID id = Objects.requireNonNull(uploaded.id(), () -> uploaded.faults().toString());

        begun = System.nanoTime();
        imports.confirm(id, accounts.clerk());
        Duration confirmed = since(begun);
        submitted(area, account, today);
        jdbc.sql("ANALYZE").update();
        begun = System.nanoTime();
        matching.matchAll(accounts.clerk());
        Duration matched = since(begun);
        System.out.printf(
                "%,d lines previewed in %,d ms, kept and booked in %,d ms, %,d slips matched in %,d ms%n",
                LINES, previewed.toMillis(), confirmed.toMillis(), LINES, matched.toMillis());

        assertThat(count("bank_line WHERE state = 'SETTLED'", account)).isEqualTo(LINES);
        assertThat(count("remittance_slip WHERE state = 'ARRIVED'", account)).isEqualTo(LINES);
        jdbc.sql("ANALYZE").update();
        begun = System.nanoTime();
        assertThat(invariants.violations())
                .noneMatch(violation -> violation.invariant().name().startsWith("bank"));
        System.out.printf("all invariants in %,d ms%n", since(begun).toMillis());
        assertThat(previewed).isLessThan(PREVIEWED);
        assertThat(matched).isLessThan(MATCHED);
    }

    private static String amount(int i) {
        return (100 + i) + "." + String.format("%02d", i % 100);
    }

    private static String number(LocalDate day, int i) {
        return "JC" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + String.format("%06d", i);
    }

    /** As they would stand: a slip by its steps takes a tenth of a second. */
    private void submitted(CollectedArea area, FundAccountId account, LocalDate today) {
        jdbc.sql(
                        "INSERT INTO remittance_slip (id, number, enterprise_id, organisation_id, district_id, account_id, amount, receipts, state,"
                                + " made_by, made_by_name, made_at, submitted_by, submitted_by_name, submitted_at, submitted_on, version)"
                                + " SELECT gen_random_uuid(), 'JC' || :day || '-' || lpad(i::text, 6, '0'), c.enterprise_id, c.enterprise_id,"
                                + " :district, :account, (100 + i) * 100 + i % 100, 1, 'SUBMITTED', :person, '某人', now(), :person, '某人', now(),"
                                + " :today, 0 FROM generate_series(1, :count) AS i, (SELECT enterprise_id FROM area_collected"
                                + " WHERE area_id = :area LIMIT 1) c")
                .param("day", today.format(DateTimeFormatter.BASIC_ISO_DATE))
                .param("district", world.district().id().value())
                .param("account", account.value())
                .param("person", UUID.randomUUID())
                .param("today", today)
                .param("count", LINES)
                .param("area", area.id().value())
                .update();
    }

    private long count(String rows, FundAccountId account) {
        return jdbc.sql("SELECT count(*) FROM " + rows + " AND account_id = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
