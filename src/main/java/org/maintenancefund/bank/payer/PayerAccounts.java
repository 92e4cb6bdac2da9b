package org.maintenancefund.bank.payer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 付款账户备案: told by one person of the municipal centre and confirmed by another, or learned from a match that people confirmed. One
 * person may take one off: less is proposed then, and nothing is booked otherwise.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PayerAccounts {

    private static final Keyset<PayerAccount> ROWS = new Keyset<>(
            "p.*, o.name AS company, o.sort_key",
            "FROM payer_account p JOIN organisation o ON o.id = p.company_id",
            List.of(
                    new Keyset.Key("o.sort_key", String.class),
                    new Keyset.Key("p.company_id", UUID.class),
                    new Keyset.Key("p.number", String.class)),
            false,
            (row, i) -> read(row));

    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param text part of a company's name, or an account number; empty for all */
    @Transactional(readOnly = true)
    public Listing<PayerAccount> list(String text, boolean waiting) {
        Conditions where = new Conditions();
        if (waiting) {
            where.and("NOT p.confirmed");
        }
        if (!text.isEmpty()) {
            where.and("(strpos(o.name_key, :key) > 0 OR strpos(p.number, :text) > 0)")
                    .bind("key", Organisations.typedKey(text))
                    .bind("text", text);
        }
        return ROWS.where(jdbc, where);
    }

    /**
     * Tells one, to be confirmed by another person.
     *
     * @throws Refusal where there is no company of that name, or it has the account already
     */
    public void propose(String company, String number, String name, CurrentUser user) {
        UUID id = jdbc.sql("SELECT o.id FROM organisation o WHERE o.type = 'ENTERPRISE' AND o.name_key = :key")
                .param("key", Organisations.typedKey(company))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.because("bank.payer.company.unknown", company));
        int kept = jdbc.sql(
                        "INSERT INTO payer_account (company_id, number, name, learned_at, confirmed, proposed_by, proposed_by_name)"
                                + " VALUES (:company, :number, :name, :now, false, :by, :byName)"
                                + " ON CONFLICT ON CONSTRAINT pk_payer_account DO NOTHING")
                .param("company", id)
                .param("number", number)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("byName", user.personName())
                .update();
        if (kept == 0) {
            throw Refusal.because("bank.payer.known", number);
        }
        record("PAYER_ACCOUNT_PROPOSED", lock(id, number));
    }

    /** @throws Refusal where it is confirmed already, or the same person told it */
    public void confirm(UUID company, String number, CurrentUser user) {
        PayerAccount told = lock(company, number);
        if (told.confirmed()) {
            throw Refusal.because("bank.payer.confirmed-already", number);
        }
        if (!told.mayBeConfirmedBy(user)) {
            throw Refusal.because("bank.payer.same-person");
        }
        jdbc.sql("UPDATE payer_account SET confirmed = true, decided_by = :by, decided_by_name = :byName"
                        + " WHERE company_id = :company AND number = :number")
                .param("by", user.operatorId().value())
                .param("byName", user.personName())
                .param("company", company)
                .param("number", number)
                .update();
        record("PAYER_ACCOUNT_CONFIRMED", told);
    }

    /** Takes it off, confirmed or not. */
    public void remove(UUID company, String number, CurrentUser user) {
        PayerAccount told = lock(company, number);
        jdbc.sql("DELETE FROM payer_account WHERE company_id = :company AND number = :number")
                .param("company", company)
                .param("number", number)
                .update();
        record("PAYER_ACCOUNT_REMOVED", told);
    }

    private PayerAccount lock(UUID company, String number) {
        return jdbc.sql("SELECT p.*, o.name AS company FROM payer_account p JOIN organisation o ON o.id = p.company_id"
                        + " WHERE p.company_id = :company AND p.number = :number FOR UPDATE OF p")
                .param("company", company)
                .param("number", number)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound("account " + number + " of company " + company));
    }

    private void record(String action, PayerAccount told) {
        trail.record(AuditEvent.of(action)
                .on("payer-account", told.number(), told.companyName())
                .change("payerName", null, told.name()));
    }

    private static PayerAccount read(ResultSet row) throws SQLException {
        return new PayerAccount(
                row.getObject("company_id", UUID.class),
                row.getString("company"),
                row.getString("number"),
                row.getString("name"),
                row.getBoolean("confirmed"),
                row.getTimestamp("learned_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                row.getString("decided_by_name"));
    }
}
