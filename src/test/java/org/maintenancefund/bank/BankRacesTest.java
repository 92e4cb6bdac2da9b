package org.maintenancefund.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.matching.AssignmentService;
import org.maintenancefund.bank.matching.Assignments;
import org.maintenancefund.bank.matching.NewAssignment;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.StatementImports;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens when people of the centre do the same at the very same moment. Nothing is rolled back; each has an account of its own. */
@IntegrationTest
class BankRacesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final int PEOPLE = 4;
    private static int accountsMade;

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    StatementImports imports;

    @Autowired
    AssignmentService service;

    @Autowired
    Assignments assignments;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private FundAccountId account;
    private ABankFile file;

    @BeforeEach
    void anAccountOfItsOwn() {
        String number = "6227000099" + String.format("%04d", ++accountsMade);
        account = accounts.confirmed(number, "100.00");
        file = ABankFile.of(number, "100.00").in(DAY, "1.25", "", "", "结息").in(DAY, "2.50", "", "", "结息");
    }

    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(invariants.violations()).isEmpty();
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("account", account.value()).query(Long.class).single();
    }

    @Test
    void ofPeopleWhoImportTheSameFileAtOnceOneKeepsIt() throws InterruptedException {
        List<Callable<Boolean>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            var person = AFundAccount.municipal("导入" + i);
            UUID id =
                    Objects.requireNonNull(file.upload(account, person, context).id());
            people.add(() -> {
                imports.confirm(id, person);
                return true;
            });
        }
        List<Race.Outcome<Boolean>> outcomes = Race.of(people);

        assertThat(outcomes.stream().filter(Race.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
        assertThat(count("SELECT count(*) FROM bank_line WHERE account_id = :account"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM ledger_entry WHERE account_id = :account AND kind = 'BANK_LINE'"))
                .isEqualTo(2);
    }

    @Test
    void ofPeopleWhoConfirmTheSameProposalAtOnceOneDoes() throws InterruptedException {
        file.keep(account, accounts.clerk(), context);
        UUID line = jdbc.sql("SELECT id FROM bank_line WHERE account_id = :account AND sequence = 1")
                .param("account", account.value())
                .query(UUID.class)
                .single();
        service.propose(line, new NewAssignment(BankLineKind.INTEREST, List.of(), null, null, ""), accounts.clerk());
        UUID proposal = assignments.live(line).orElseThrow().id();
        List<Callable<Boolean>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            var person = AFundAccount.municipal("确认" + i);
            people.add(() -> {
                service.confirm(proposal, person);
                return true;
            });
        }
        List<Race.Outcome<Boolean>> outcomes = Race.of(people);

        assertThat(outcomes.stream().filter(Race.Outcome::won)).hasSize(1);
        assertThat(count("SELECT count(*) FROM ledger_entry WHERE account_id = :account AND kind = 'INTEREST'"))
                .isEqualTo(1);
    }

    @Test
    void ofPeopleWhoProposeForTheSameLineAtOnceOneDoes() throws InterruptedException {
        file.keep(account, accounts.clerk(), context);
        UUID line = jdbc.sql("SELECT id FROM bank_line WHERE account_id = :account AND sequence = 2")
                .param("account", account.value())
                .query(UUID.class)
                .single();
        List<Callable<Boolean>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            var person = AFundAccount.municipal("认定" + i);
            people.add(() -> {
                service.propose(line, new NewAssignment(BankLineKind.INTEREST, List.of(), null, null, ""), person);
                return true;
            });
        }
        assertThat(Race.of(people).stream().filter(Race.Outcome::won)).hasSize(1);
    }
}
