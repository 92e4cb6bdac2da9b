package org.maintenancefund.enterprise.qualified;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.domain.EnterpriseMatchCount;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings known people and companies of the city's directory up to date. The directory is read whole before anything is
 * changed: an outage changes nothing. Each person is a transaction of its own, so that one that fails stops no other.
 */
@Service
public class SharedRefresh {

    /** People gone at once, of all; more than that looks like a fault of the directory and is left to the administrator. */
    private static final int MOST_GONE_PERCENT = 20;

    private static final int FEW = 5;
    private static final int LATEST = 20;

    private final SharedDirectory directory;
    private final SharedNames names;
    private final Operators operators;
    private final QualifiedCompanies companies;
    private final EnterpriseMatchCount matches;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    SharedRefresh(
            SharedDirectory directory,
            SharedNames names,
            Operators operators,
            QualifiedCompanies companies,
            EnterpriseMatchCount matches,
            AuditTrail audit,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.directory = directory;
        this.names = names;
        this.operators = operators;
        this.companies = companies;
        this.matches = matches;
        this.audit = audit;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A run as its page shows it. */
    public record Run(
            String state,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            int people,
            int changed,
            int gone,
            int matches,
            String failure) {}

    public boolean isConfigured() {
        return directory.isConfigured();
    }

    public List<Run> latest() {
        return jdbc.sql("SELECT * FROM shared_refresh ORDER BY started_at DESC LIMIT " + LATEST)
                .query((row, i) -> new Run(
                        row.getString("state"),
                        row.getString("started_by"),
                        row.getTimestamp("started_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getInt("people"),
                        row.getInt("changed"),
                        row.getInt("gone"),
                        row.getInt("matches"),
                        row.getString("failure")))
                .list();
    }

    /**
     * Runs it, unless it is running already, here or in another instance.
     *
     * @param startedBy who asked for it, for the list of runs
     * @return false where it is running already
     */
    public boolean run(String startedBy) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        // What an instance left behind that died is given up after an hour.
        jdbc.sql("UPDATE shared_refresh SET state = 'FAILED', failure = '中断', ended_at = :now"
                        + " WHERE state = 'RUNNING' AND started_at < :old")
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minusSeconds(3600)))
                .update();
        int begun = jdbc.sql("INSERT INTO shared_refresh (id, state, started_by, started_at)"
                        + " VALUES (:id, 'RUNNING', :by, :now) ON CONFLICT (state) WHERE state = 'RUNNING' DO NOTHING")
                .param("id", id)
                .param("by", startedBy)
                .param("now", Timestamp.from(now))
                .update();
        if (begun == 0) {
            return false;
        }
        String failure = "";
        Counts counts = new Counts();
        try {
            failure = refresh(counts);
        } catch (SharedDirectoryDown down) {
            failure = "无法连接物业管理信息系统，没有作任何更改";
        } finally {
            end(id, counts, failure);
        }
        return true;
    }

    private static final class Counts {
        private int people;
        private int changed;
        private int gone;
        private int found;
    }

    private String refresh(Counts counts) {
        List<SharedPerson> everybody = directory.all();
        counts.people = everybody.size();
        long openBefore = matches.open();
        names.learn(everybody);
        Map<String, SharedPerson> byName = everybody.stream()
                .collect(Collectors.toMap(SharedPerson::username, Function.identity(), (one, same) -> one));
        List<OperatorView> known = operators.ofDirectory();
        String failure = "";
        for (SharedPerson person : everybody) {
            counts.changed += Boolean.TRUE.equals(transactions.execute(status -> refresh(person))) ? 1 : 0;
        }
        List<OperatorView> missing = known.stream()
                .filter(operator -> operator.state() != OperatorState.DISABLED)
                .filter(operator -> !byName.containsKey(operator.username()))
                .toList();
        if (missing.size() > FEW && missing.size() * 100 > known.size() * MOST_GONE_PERCENT) {
            failure = "目录里少了 " + missing.size() + " 个用户，超过已知用户的 " + MOST_GONE_PERCENT + "%，没有停用任何人，请先核对目录";
        } else {
            for (OperatorView operator : missing) {
                counts.gone += operators.markGone(operator.username()) ? 1 : 0;
            }
        }
        counts.found = (int) Math.max(0, matches.open() - openBefore);
        return failure;
    }

    private boolean refresh(SharedPerson person) {
        Optional<OrgRef> company = companies.refresh(person);
        return company.isPresent() && operators.refresh(person, company.get());
    }

    private void end(UUID id, Counts counts, String failure) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("UPDATE shared_refresh SET state = :state, ended_at = :now, people = :people, changed = :changed,"
                            + " gone = :gone, matches = :matches, failure = :failure WHERE id = :id")
                    .param("state", failure.isEmpty() ? "DONE" : "FAILED")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("people", counts.people)
                    .param("changed", counts.changed)
                    .param("gone", counts.gone)
                    .param("matches", counts.found)
                    .param("failure", failure)
                    .param("id", id)
                    .update();
            audit.record(AuditEvent.of("SHARED_REFRESH").on("directory", id, failure.isEmpty() ? null : failure));
        });
    }
}
