package org.maintenancefund.billing.run;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.city.Settings;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out what a run bills, by one statement for all units of an area: to be looked at, or together with making the bills, so
 * that both see the same versions and standards, whoever changes one meanwhile.
 */
@Component
@RequiredArgsConstructor
class Trials {

    /** The units of an area, {@code c}, with the parameters of {@link #params}. */
    static final String CANDIDATES = "billing_candidate(:area, :month, :charged_after, :warranty_years)";

    static final String IS_NEW = "c.outcome = 'BILLED' AND c.amount_before IS NULL";
    static final String IS_GONE = "c.outcome NOT IN ('BILLED', 'ALREADY_BILLED') AND c.amount_before IS NOT NULL";
    static final String IS_CHANGED = "c.outcome = 'BILLED'"
            + " AND (c.floor_area_before, c.rate_before, c.amount_before) <> (c.floor_area, c.rate, c.amount)";

    /** What is said of each unit, in the order of their identifiers. */
    private static final String FINGERPRINT =
            "encode(sha256(convert_to(coalesce(string_agg(c.unit_id || ' ' || c.outcome"
                    + " || CASE WHEN c.outcome = 'BILLED' THEN ' ' || c.floor_area || ' ' || c.rate ELSE '' END, ','"
                    + " ORDER BY c.unit_id), ''), 'UTF8')), 'hex')";

    /** Nothing is read through, and no plan is taken that was made for the first areas of a city. */
    private static final String LOOK_UP = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
            + " set_config('enable_seqscan', 'off', true)";

    private static final String FIGURES = "SELECT " + counts()
            + ", coalesce(sum(c.amount) FILTER (WHERE c.outcome = 'BILLED'), 0) AS total, count(c.amount_before) AS before,"
            + " coalesce(sum(c.amount_before), 0) AS total_before, count(*) FILTER (WHERE " + IS_NEW + ") AS new_units,"
            + " count(*) FILTER (WHERE " + IS_GONE + ") AS gone_units,"
            + " count(*) FILTER (WHERE " + IS_CHANGED + ") AS changed,"
            + " array_agg(DISTINCT c.use || ' ' || c.lift) FILTER (WHERE c.outcome = 'NO_STANDARD') AS missing, "
            + FINGERPRINT + " AS fingerprint FROM ";

    private static final String BILL = "WITH c AS MATERIALIZED (SELECT * FROM " + CANDIDATES + "),"
            + " made AS (INSERT INTO bill (unit_id, period, run_id, area_id, floor_area, rate, standard_id, amount)"
            + " SELECT c.unit_id, :month, :run, :area, c.floor_area, c.rate, c.standard_id, c.amount FROM c"
            + " WHERE c.outcome = 'BILLED' ORDER BY c.unit_id) ";

    private final Settings settings;
    private final JdbcClient jdbc;

    /** What it would bill. Throws a {@link org.maintenancefund.kernel.Refusal} where the city has not settled the rules. */
    Trial of(AreaId area, YearMonth period, RunKind kind) {
        return jdbc.sql(FIGURES + CANDIDATES + " c")
                .params(params(area, period))
                .query((row, i) -> trial(row, area, period, kind))
                .single();
    }

    /** Lets the statements of the transaction look up what they need in an area, also where the city has millions of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lookUp() {
        jdbc.sql(LOOK_UP).query((row, i) -> row.getString(1)).single();
    }

    /** Makes the bills and says what they are, by one statement and so of one moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    Trial bill(RunId run, AreaId area, YearMonth period, RunKind kind) {
        return jdbc.sql(BILL + FIGURES + "c")
                .params(params(area, period))
                .param("run", run.value())
                .query((row, i) -> trial(row, area, period, kind))
                .single();
    }

    /** What {@link #CANDIDATES} asks for. */
    Map<String, Object> params(AreaId area, YearMonth period) {
        ChargeRules rules = ChargeRules.of(settings);
        return Map.of(
                "area", area.value(),
                "month", period.atDay(1),
                "charged_after", rules.chargedAfter(),
                "warranty_years", rules.warrantyYears());
    }

    private static String counts() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> "count(*) FILTER (WHERE c.outcome = '" + outcome + "') AS " + outcome)
                .collect(Collectors.joining(", "));
    }

    private static Trial trial(ResultSet row, AreaId area, YearMonth period, RunKind kind) throws SQLException {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            long count = row.getLong(outcome.name());
            if (count > 0) {
                counts.put(outcome, count);
            }
        }
        return new Trial(
                area,
                period,
                kind,
                counts,
                new Money(row.getLong("total")),
                row.getLong("before"),
                new Money(row.getLong("total_before")),
                row.getLong("new_units"),
                row.getLong("gone_units"),
                row.getLong("changed"),
                missing(row.getArray("missing")),
                row.getString("fingerprint"));
    }

    /** 住宅（有电梯）, for each that there is no standard for. */
    private static List<String> missing(@Nullable Array uses) throws SQLException {
        return uses == null
                ? List.of()
                : Arrays.stream((String[]) uses.getArray())
                        .map(use -> use.split(" "))
                        .map(use -> Messages.of(
                                Boolean.parseBoolean(use[1]) ? "billing.use.lift" : "billing.use.no-lift",
                                UnitUse.valueOf(use[0]).label()))
                        .toList();
    }
}
