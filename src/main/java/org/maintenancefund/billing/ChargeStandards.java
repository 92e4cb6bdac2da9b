package org.maintenancefund.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which standards hold. The rule is the function {@code charge_standard_at} of the database, for statements about many units ask
 * it too.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ChargeStandards {

    private static final String COLUMNS = "s.id, s.area_id, s.use, s.lift, s.rate, s.valid_from, s.document";

    private final JdbcClient jdbc;

    /** What such units of the area are charged by in that month: the area's own, else the city's; empty where there is neither. */
    public Optional<ChargeStandard> at(AreaId area, UnitUse use, boolean lift, YearMonth month) {
        return holding(area.value(), use, lift, month);
    }

    /** The city's in that month, whatever areas have of their own. */
    public Optional<ChargeStandard> ofCityAt(UnitUse use, boolean lift, YearMonth month) {
        return holding(null, use, lift, month);
    }

    /** What holds in the area in that month and what follows it, by first month. */
    public List<ChargeStandard> from(AreaId area, YearMonth month) {
        return holdingFrom(area.value(), month);
    }

    /** The same of the city's own. */
    public List<ChargeStandard> ofCityFrom(YearMonth month) {
        return holdingFrom(null, month);
    }

    /** What several areas have of their own that holds in that month or follows. */
    public List<ChargeStandard> own(Collection<AreaId> areas, YearMonth month) {
        return jdbc.sql("SELECT DISTINCT " + COLUMNS + " FROM (SELECT DISTINCT k.area_id, k.use, k.lift,"
                        + " greatest(k.valid_from, :month) AS month FROM charge_standard k"
                        + " WHERE k.state = 'IN_FORCE' AND k.area_id = ANY (:areas)) b"
                        + " JOIN charge_standard s ON s.id = charge_standard_at(b.area_id, b.use, b.lift, b.month)"
                        + " WHERE s.area_id IS NOT NULL ORDER BY s.valid_from, s.use, s.lift")
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .param("month", month.atDay(1))
                .query(ChargeStandards::read)
                .list();
    }

    private Optional<ChargeStandard> holding(@Nullable UUID area, UnitUse use, boolean lift, YearMonth month) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM charge_standard s"
                        + " WHERE s.id = charge_standard_at(:area, :use, :lift, :month)")
                .param("area", area, Types.OTHER)
                .param("use", use.name())
                .param("lift", lift)
                .param("month", month.atDay(1))
                .query(ChargeStandards::read)
                .optional();
    }

    /** What holds is asked for the month itself and for each later one in which something begins. */
    private List<ChargeStandard> holdingFrom(@Nullable UUID area, YearMonth month) {
        return jdbc.sql("SELECT DISTINCT " + COLUMNS + " FROM (SELECT DISTINCT k.use, k.lift,"
                        + " greatest(k.valid_from, :month) AS month FROM charge_standard k"
                        + " WHERE k.state = 'IN_FORCE' AND (k.area_id = :area OR k.area_id IS NULL)) b"
                        + " JOIN charge_standard s ON s.id = charge_standard_at(:area, b.use, b.lift, b.month)"
                        + " ORDER BY s.valid_from, s.use, s.lift")
                .param("area", area, Types.OTHER)
                .param("month", month.atDay(1))
                .query(ChargeStandards::read)
                .list();
    }

    private static ChargeStandard read(ResultSet row, int number) throws SQLException {
        return new ChargeStandard(
                new ChargeStandardId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("area_id", UUID.class)).map(AreaId::new),
                UnitUse.valueOf(row.getString("use")),
                row.getBoolean("lift"),
                new Rate(row.getInt("rate")),
                YearMonth.from(row.getObject("valid_from", LocalDate.class)),
                row.getString("document"));
    }
}
