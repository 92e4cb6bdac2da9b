package org.maintenancefund.disclosure.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.ServerKeys;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what papers say, and knows their 校验码. */
@Component
@RequiredArgsConstructor
class PaperRegister {

    private static final String KEY = "paper-code";

    private static final String SELECT =
            "SELECT p.number, p.kind, p.unit_id, p.receipt, p.first_day, p.last_day, p.amount, p.content, p.issued_at,"
                    + " p.issued_by_name, p.organisation_id, p.organisation_name FROM issued_paper p WHERE ";

    private static final String SAME = SELECT + "p.unit_id = :unit AND p.kind = :kind"
            + " AND p.organisation_id IS NOT DISTINCT FROM :organisation AND md5(p.content) = md5(:content)";

    /** So many of a unit are shown at most. */
    static final int MOST = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RunningNumbers numbers;
    private final ServerKeys keys;
    private final Clock clock;

    /**
     * Keeps a paper; where its organisation has said the very same before, that one is given out again.
     *
     * @param by null where the household prints it itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Kept keep(NewPaper told, @Nullable CurrentUser by) {
        String content = json.writeValueAsString(told.content());
        Optional<IssuedPaper> before = same(told, content, by);
        if (before.isPresent()) {
            return new Kept(before.get(), false);
        }
        Instant now = clock.instant();
        int made = jdbc.sql(
                        "INSERT INTO issued_paper (number, kind, unit_id, receipt, first_day, last_day, amount, content,"
                                + " issued_at, issued_by, issued_by_name, organisation_id, organisation_name) VALUES (:number, :kind, :unit,"
                                + " :receipt, :first, :last, :amount, :content, :now, :by, :name, :organisation, :organisationName)"
                                + " ON CONFLICT DO NOTHING")
                .param(
                        "number",
                        numbers.next(PaperNumber.PREFIX, LocalDate.now(clock)).value())
                .param("kind", told.kind().name())
                .param("unit", told.unit().value())
                .param("receipt", told.receipt(), Types.VARCHAR)
                .param("first", told.firstDay(), Types.DATE)
                .param("last", told.lastDay())
                .param("amount", told.amount().fen())
                .param("content", content)
                .param("now", Timestamp.from(now))
                .param("by", by == null ? null : by.operatorId().value(), Types.OTHER)
                .param("name", by == null ? null : by.personName(), Types.VARCHAR)
                .param("organisation", organisation(by), Types.OTHER)
                .param("organisationName", by == null ? null : by.organisationName(), Types.VARCHAR)
                .update();
        // Of two at once the second waits for the number until the first is kept, and finds that one.
        return new Kept(same(told, content, by).orElseThrow(), made > 0);
    }

    /** @param made false where it was there already */
    record Kept(IssuedPaper paper, boolean made) {}

    @Transactional(readOnly = true)
    Optional<IssuedPaper> find(PaperNumber number) {
        return jdbc.sql(SELECT + "p.number = :number")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<IssuedPaper> of(UnitId unit) {
        return jdbc.sql(SELECT + "p.unit_id = :unit ORDER BY p.issued_at DESC, p.number DESC LIMIT :most")
                .param("unit", unit.value())
                .param("most", MOST)
                .query((row, i) -> read(row))
                .list();
    }

    /** 校验码: a signature of number and content, so that it is right for what was given out and for nothing else. */
    OneTimeCode code(String number, String signed) {
        return OneTimeCode.of(keys.sign(KEY, number + " " + signed));
    }

    private Optional<IssuedPaper> same(NewPaper told, String content, @Nullable CurrentUser by) {
        return jdbc.sql(SAME)
                .param("unit", told.unit().value())
                .param("kind", told.kind().name())
                .param("organisation", organisation(by), Types.OTHER)
                .param("content", content)
                .query((row, i) -> read(row))
                .optional();
    }

    private static @Nullable UUID organisation(@Nullable CurrentUser by) {
        return by == null ? null : by.organisation().id();
    }

    private IssuedPaper read(ResultSet row) throws SQLException {
        String signed = Objects.requireNonNull(row.getString("content"));
        return new IssuedPaper(
                new PaperNumber(row.getString("number")),
                PaperKind.valueOf(row.getString("kind")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("receipt"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                new Money(row.getLong("amount")),
                json.readValue(signed, PaperContent.class),
                signed,
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by_name"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"));
    }
}
