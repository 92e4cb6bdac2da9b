package org.maintenancefund.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.bank.statement.StatementUploads.NewStatement;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Statements of banks on their way into the account, on a real database. */
@IntegrationTest
@Transactional
class StatementImportTest {

    private static final String NUMBER = "62270000880017";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    StatementUploads uploads;

    @Autowired
    StatementImportRegister register;

    @Autowired
    StatementImports imports;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private FundAccountId account;
    private CurrentUser clerk;

    @BeforeEach
    void anAccount() {
        account = accounts.confirmed(NUMBER, "100.00");
        clerk = accounts.clerk();
    }

    private static ABankFile file() {
        return ABankFile.of(NUMBER, "100.00")
                .in(DAY, "126.78", "安居物业公司", "32050161513600000188", "维修资金")
                .out(DAY, "5.00", "", "手续费")
                .in(DAY.plusDays(1), "1.25", "", "", "利息");
    }

    private Uploaded upload(byte[] content) {
        return uploads.upload(new NewStatement(account, null, "", "流水.csv", content), clerk);
    }

    private List<String> said(Uploaded uploaded) {
        return uploaded.faults().stream().map(Messages::of).toList();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    /** The balance of a part of the books of the account. */
    private long ledger(String part) {
        return jdbc.sql(
                        "SELECT coalesce(sum(p.amount), 0) FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id"
                                + " WHERE e.account_id = :account AND p.part = :part")
                .param("account", account.value())
                .param("part", part)
                .query(Long.class)
                .single();
    }

    @Test
    void nothingIsKeptBeforeSomebodyConfirmsAndThenEachLineIsBooked() {
        UUID id = Objects.requireNonNull(file().upload(account, clerk, context).id());
        assertThat(count("bank_line")).isZero();
        StatementImportView seen = register.get(id);
        assertThat(seen.fresh()).isEqualTo(3);
        assertThat(seen.income()).hasToString("128.03");
        assertThat(seen.expense()).hasToString("5.00");
        assertThat(seen.opening()).hasToString("100.00");
        assertThat(seen.closing()).hasToString("223.03");
        assertThat(register.preview(id)).hasSize(3);

        imports.confirm(id, clerk);

        assertThat(count("bank_line")).isEqualTo(3);
        assertThat(ledger("BANK")).isEqualTo(223_03);
        assertThat(ledger("UNALLOCATED")).isEqualTo(-123_03);
        assertThat(register.get(id).state()).isEqualTo(StatementState.CONFIRMED);
        assertThat(register.preview(id)).isEmpty();
        assertThat(invariants.violations()).isEmpty();
        assertThatThrownBy(() -> imports.confirm(id, clerk)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasGivenUpIsGone() {
        UUID id = Objects.requireNonNull(file().upload(account, clerk, context).id());
        imports.discard(id, clerk);

        assertThat(count("bank_line")).isZero();
        assertThat(invariants.violations()).isEmpty();
        file().keep(account, clerk, context);
        assertThat(count("bank_line")).isEqualTo(3);
    }

    @Test
    void theSameFileAgainSaysWhenAndByWhom() {
        file().keep(account, clerk, context);

        assertThat(said(upload(file().content())))
                .singleElement()
                .asString()
                .startsWith("这个文件已由林致远在 ")
                .endsWith("导入（文件名 流水.csv），没有重复导入");
        byte[] sameLines =
                (new String(file().content(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(said(upload(sameLines))).containsExactly("文件里的 3 笔都已导入过，内容相同，没有新的流水");
    }

    @Test
    void anOverlapOffersOnlyWhatIsNew() {
        file().keep(account, clerk, context);
        UUID id = Objects.requireNonNull(file().in(DAY.plusDays(2), "2.00", "某人", "", "补")
                .upload(account, clerk, context)
                .id());

        assertThat(register.get(id).known()).isEqualTo(3);
        assertThat(register.get(id).fresh()).isEqualTo(1);
        imports.confirm(id, clerk);
        assertThat(count("bank_line")).isEqualTo(4);
        assertThat(ledger("BANK")).isEqualTo(225_03);
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void whatOthersKeptSinceThePreviewMakesItStale() {
        UUID first =
                Objects.requireNonNull(file().upload(account, clerk, context).id());
        UUID second = Objects.requireNonNull(
                file().upload(account, accounts.colleague(), context).id());
        imports.confirm(first, clerk);

        assertThatThrownBy(() -> imports.confirm(second, accounts.colleague()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).contains("预览以后，这个专户又导入了别的流水"));
    }

    @Test
    void anotherKindOfFileIsToldWithWhatToDo() {
        byte[] old = new byte[600];
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(mark, 0, old, 0, 4);
        byte[] name = "Workbook".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 300, name.length);
        assertThat(said(upload(old))).containsExactly("这是旧版 Excel 文件（.xls）。请用 Excel 打开后另存为“Excel 工作簿（.xlsx）”再上传");
        assertThat(said(upload("<html><table><tr><td>账号</td></tr></table></html>".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("这是网页（HTML）文件，不是可以读取的 Excel 文件。请用 Excel 打开后另存为“Excel 工作簿（.xlsx）”再上传");
        assertThat(said(upload("甲,乙,丙\n1,2,3\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("没有认出这是哪家银行的流水。请选择模板；没有对应的，请在“流水模板”里用这个文件新建一个");
    }

    @Test
    void aLineThatDoesNotGoOnWhereTheLastEndedIsRefusedByTheDatabaseToo() {
        UUID id = file().keep(account, clerk, context);

        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO bank_line SELECT gen_random_uuid(), account_id, sequence + 1, import_id, 9, day, NULL,"
                                        + " NULL, 1, balance + 1, balance + 2, '', '', '', 0, '{}', 'PENDING', 'OPEN' FROM bank_line"
                                        + " WHERE import_id = :id AND sequence = 3")
                        .param("id", id)
                        .update())
                .hasMessageContaining("does not go on where the one before it ended");
    }

    @Test
    void aLineThatIsKeptNeverChanges() {
        UUID id = file().keep(account, clerk, context);

        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE bank_line SET amount = amount + 1, balance = balance + 1 WHERE import_id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("a line of the bank is never changed");
    }
}
