package org.maintenancefund.account.management;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountLimits;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts with the names of their organisations, in the order of people's names; one question a page. */
@Component
@RequiredArgsConstructor
class OperatorList {

    static final String NEVER_ACTIVATED = "1";
    static final String NOT_USED = "2";

    /** Those of the never activated whose 激活码 is over. */
    static final String CODE_OVER = "3";

    private static final String COLUMNS =
            "a.id, a.username, a.person_name, a.mobile, a.org_type, c.name AS organisation, a.role,"
                    + " a.password_source AS source, a.state, a.last_sign_in_at, a.created_at, a.code_expires_at, a.version";

    /** By user name, person or organisation; who types a user name is looking for just that one. */
    private static final SearchedTable TABLE = SearchedTable.readThrough(
            COLUMNS,
            "operator a JOIN organisation c ON c.id = a.org_id",
            "a.username",
            "a.sort_key",
            "(strpos(a.username, :key) > 0 OR strpos(a.search_key, :written) > 0 OR strpos(c.name_key, :organisation) > 0)",
            "(SELECT id FROM operator WHERE username = :key OR person_name = :text)");

    private static final RecordRows<Row> ROWS = new RecordRows<>(Row.class);

    /** Who was never activated, by when their 激活码 is over. */
    private static final Keyset<Row> BY_CODE = new Keyset<>(
            COLUMNS,
            "FROM operator a JOIN organisation c ON c.id = a.org_id",
            List.of(
                    new Keyset.Key("coalesce(a.code_expires_at, 'epoch')", Instant.class),
                    new Keyset.Key("a.username", String.class)),
            false,
            ROWS);

    private final JdbcClient jdbc;
    private final AccountLimits limits;
    private final Clock clock;

    /** A line of the list. */
    record Row(
            OperatorId id,
            String username,
            String personName,
            MobileNumber mobile,
            OrgType orgType,
            String organisation,
            Role role,
            PasswordSource source,
            OperatorState state,
            @Nullable Instant lastSignInAt,
            Instant createdAt,
            @Nullable Instant codeExpiresAt,
            int version) {

        /** The account as it stands in the list, for a form that acts on it. */
        public AccountVersion seen() {
            return new AccountVersion(id, version);
        }

        public boolean isPending() {
            return state == OperatorState.PENDING_ACTIVATION;
        }

        public boolean isCodeOver(LocalDate today) {
            return isPending() && daysLeft(today) < 0;
        }

        /** 还剩 6 天, 今天过期, 已过期. */
        public String codeWords(LocalDate today) {
            long days = daysLeft(today);
            return days < 0
                    ? Messages.of("account.code.over")
                    : days == 0 ? Messages.of("account.code.last-day") : Messages.of("account.code.left", days);
        }

        private long daysLeft(LocalDate today) {
            return codeExpiresAt == null
                    ? -1
                    : ChronoUnit.DAYS.between(today, LocalDate.ofInstant(codeExpiresAt, Times.ZONE));
        }
    }

    /** The accounts in a person's scope, narrowed down by the address of the list. */
    ListPage<Row> page(OperatorScope reach, Map<String, List<String>> address) {
        ListFilter filter = new ListFilter(reach.path(), address);
        String text = filter.text("q");
        Conditions where = new Conditions()
                .bind("text", PersonName.spelled(text))
                .bind("organisation", Organisations.typedKey(text))
                .and(
                        "a.org_type IN (:kinds)",
                        "kinds",
                        reach.kinds().stream().map(Enum::name).toList())
                .equal("c.district_id", Optional.ofNullable(reach.district()).map(DistrictId::value))
                .equal(
                        "a.org_type",
                        filter.one("kind", reach.kinds().stream().sorted().toList(), Enum::name, OrgType::label))
                .equal("a.state", filter.one("state", OperatorState.class));
        Optional<String> unused =
                filter.one("unused", List.of(NEVER_ACTIVATED, CODE_OVER, NOT_USED), value -> value, this::unused);
        unused.ifPresent(value -> {
            if (!value.equals(NOT_USED)) {
                where.and("a.state = 'PENDING_ACTIVATION'");
            } else {
                where.and(
                        "a.state = 'ACTIVE' AND coalesce(a.last_sign_in_at, a.created_at) < :before",
                        "before",
                        Timestamp.from(limits.unusedBefore(clock.instant(), clock.getZone())));
            }
        });
        if (filter.ticked("few", Messages.of("account.filter.few-people"))) {
            where.and(
                    "(SELECT count(*) FROM operator p WHERE p.org_type = a.org_type AND p.org_id = a.org_id"
                            + " AND p.state <> 'DISABLED') < :norm AND a.state <> 'DISABLED'",
                    "norm",
                    Operators.NORM);
        }
        if (unused.filter(CODE_OVER::equals).isPresent()) {
            where.and(
                    "coalesce(a.code_expires_at, 'epoch') < :today",
                    "today",
                    Timestamp.from(
                            LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant()));
        }
        if (text.isEmpty() && unused.filter(value -> !value.equals(NOT_USED)).isPresent()) {
            return new ListPage<>(filter, BY_CODE.where(jdbc, where));
        }
        return new ListPage<>(filter, new NameSearch(jdbc, TABLE).find(NameQuery.of(SearchText.of(text), where), ROWS));
    }

    private String unused(String value) {
        if (value.equals(CODE_OVER)) {
            return Messages.of("account.filter.code-over");
        }
        return value.equals(NEVER_ACTIVATED)
                ? Messages.of("account.filter.never-activated")
                : Messages.of("account.filter.not-used", limits.unusedDays());
    }
}
