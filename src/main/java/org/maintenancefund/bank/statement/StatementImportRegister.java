package org.maintenancefund.bank.statement;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports of statements as pages show them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class StatementImportRegister {

    private static final int LATEST = 20;

    private final ImportedLines lines;
    private final JdbcClient jdbc;

    /** Throws {@link NotFound} where there is none. */
    public StatementImportView get(UUID id) {
        return jdbc.sql(StatementImportView.SELECT + " WHERE i.id = :id")
                .param("id", id)
                .query(StatementImportView::read)
                .optional()
                .orElseThrow(() -> new NotFound("bank import " + id));
    }

    /** The first lines of one that waits. */
    public List<StatementLine> preview(UUID id) {
        return jdbc.sql("SELECT lines FROM bank_import WHERE id = :id AND state = 'READ'")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(lines::read)
                .orElse(List.of());
    }

    /** The latest, that wait first. */
    public List<StatementImportView> latest() {
        return jdbc.sql(StatementImportView.SELECT + " WHERE i.state <> 'DISCARDED' ORDER BY i.uploaded_at DESC LIMIT "
                        + LATEST)
                .query(StatementImportView::read)
                .list();
    }

    /** @throws Refusal where the same file was kept before, with when and by whom */
    public void requireUnknown(FundAccountId account, String sha256) {
        jdbc.sql(StatementImportView.SELECT
                        + " WHERE i.account_id = :account AND i.sha256 = :sha256 AND i.state = 'CONFIRMED'")
                .param("account", account.value())
                .param("sha256", sha256)
                .query(StatementImportView::read)
                .optional()
                .ifPresent(before -> {
                    throw Refusal.because(
                            "bank.import.known-file",
                            before.decider(),
                            Times.minute(Objects.requireNonNull(before.decidedAt())),
                            before.filename());
                });
    }
}
