package org.maintenancefund.disclosure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.ServerKeys;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.NoticeCodes;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 查询码: given out by whoever collects in the area, one of each unit, shown to them once and kept as a hash. It ends with the next one,
 * and with the day on which somebody else begins to pay for the unit.
 */
@Service
@RequiredArgsConstructor
public class LookUpCodes implements NoticeCodes {

    private static final String KEY = "look-up-code";

    /**
     * Who pays for the unit today does so since a day after {@code c} was issued, or was recorded after it: a change of hands is
     * often heard of late. A payer who is only put right ends the code too, since who was there before is not kept.
     */
    private static final String OVER = "coalesce((SELECT p.recorded_at > c.issued_at"
            + " OR p.valid_from > CAST(c.issued_at AT TIME ZONE 'Asia/Shanghai' AS date) FROM unit_payer_name p"
            + " WHERE p.unit_id = c.unit_id AND p.valid_from <= :today ORDER BY p.valid_from DESC LIMIT 1), false)";

    private static final String ISSUE =
            "INSERT INTO look_up_code AS c (unit_id, hash, issued_at, issued_by, issued_by_name)"
                    + " SELECT t.unit_id, decode(t.hash, 'hex'), :now, :by, :name FROM unnest(:units, :hashes) AS t(unit_id, hash)"
                    + " ON CONFLICT ON CONSTRAINT pk_look_up_code DO UPDATE SET hash = excluded.hash, issued_at = excluded.issued_at,"
                    + " issued_by = excluded.issued_by, issued_by_name = excluded.issued_by_name"
                    + " WHERE c.issued_at = CAST(:seen AS timestamptz) OR " + OVER + " RETURNING c.unit_id";

    /** What is compared where a household has no code, so that it takes the same time: the hash of none. */
    private static final byte[] NOBODYS = new byte[32];

    private static final UnitId NO_UNIT = new UnitId(new UUID(0, 0));

    private final CollectionRights rights;
    private final UnitLookup units;
    private final ServerKeys keys;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** That a unit has one, since when and by whom. */
    public record Issued(Instant at, String byName) {}

    /** What a 户号 is compared with: nobody's unit and hash where there is no such unit, or it has no code. */
    record Kept(UnitId unit, byte[] hash) {}

    @Override
    @Transactional
    public Map<UnitId, String> issueMissing(AreaView area, Collection<UnitId> wanted, CurrentUser user) {
        rights.collecting(area.id(), user);
        Map<UnitId, OneTimeCode> given = store(wanted, null, user);
        if (!given.isEmpty()) {
            audit.record(AuditEvent.of("LOOK_UP_CODES_ISSUED")
                    .on("area", area.code(), area.name())
                    .change("households", null, given.size()));
        }
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().grouped()));
    }

    /**
     * A new one for a household that asks at the counter; the one before opens nothing any more.
     *
     * @param seen since when the one before is there, as the person saw it; null where there was none
     * @throws Refusal where another one was given out meanwhile: it is on paper already, perhaps by the same click
     */
    @Transactional
    public OneTimeCode issue(UnitId unit, @Nullable Instant seen, CurrentUser user) {
        FoundUnit found = collected(unit, user);
        OneTimeCode code = store(List.of(unit), seen, user).get(unit);
        if (code == null) {
            throw Refusal.because("disclosure.code.stale");
        }
        throttle.lift(Purpose.LOOK_UP_CODE, found.number());
        audit.record(AuditEvent.of("LOOK_UP_CODE_ISSUED").on("unit", found.number(), found.named()));
        return code;
    }

    /** The unit, for who gives out its code; {@link NotFound} for everybody else. */
    @Transactional(readOnly = true)
    public FoundUnit collected(UnitId unit, CurrentUser user) {
        FoundUnit found = units.get(unit);
        rights.collecting(found.area(), user);
        return found;
    }

    /** Empty where the unit has none that opens anything. */
    @Transactional(readOnly = true)
    public Optional<Issued> issued(UnitId unit) {
        return jdbc.sql("SELECT c.issued_at, c.issued_by_name FROM look_up_code c WHERE c.unit_id = :unit AND NOT "
                        + OVER)
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new Issued(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional();
    }

    /** What a 户号 and a code are compared with; asked by one statement, whether there is such a unit or not. */
    Kept kept(String number) {
        return jdbc.sql(
                        "SELECT u.unit_id, c.hash FROM named_unit u LEFT JOIN look_up_code c ON c.unit_id = u.unit_id AND NOT "
                                + OVER + " WHERE u.number = :number")
                .param("number", number)
                .param("today", LocalDate.now(clock))
                .query((row, i) -> {
                    byte @Nullable [] hash = row.getBytes("hash");
                    return new Kept(new UnitId(row.getObject("unit_id", UUID.class)), hash == null ? NOBODYS : hash);
                })
                .optional()
                .orElse(new Kept(NO_UNIT, NOBODYS));
    }

    /** The hash of the code that opens the unit today; empty where none does. */
    Optional<byte[]> hash(UnitId unit) {
        return jdbc.sql("SELECT c.hash FROM look_up_code c WHERE c.unit_id = :unit AND NOT " + OVER)
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    byte[] hash(UnitId unit, OneTimeCode code) {
        return keys.sign(KEY, unit + " " + code.value());
    }

    /** @param seen since when the one to be replaced is there; units that have another one are left out of the answer and keep it */
    private Map<UnitId, OneTimeCode> store(Collection<UnitId> wanted, @Nullable Instant seen, CurrentUser user) {
        Map<UnitId, OneTimeCode> made = new LinkedHashMap<>();
        // In one order, so that two people with the same list don't wait for one another.
        wanted.stream()
                .distinct()
                .sorted(Comparator.comparing(UnitId::value))
                .forEach(unit -> made.put(unit, OneTimeCode.generateWithoutLookalikes()));
        List<UnitId> given = made.isEmpty()
                ? List.of()
                : jdbc.sql(ISSUE)
                        .param(
                                "units",
                                made.keySet().stream().map(UnitId::value).toArray(UUID[]::new))
                        .param(
                                "hashes",
                                made.entrySet().stream()
                                        .map(one -> HexFormat.of().formatHex(hash(one.getKey(), one.getValue())))
                                        .toArray(String[]::new))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", user.operatorId().value())
                        .param("name", user.personName())
                        .param("seen", seen == null ? null : Timestamp.from(seen))
                        .param("today", LocalDate.now(clock))
                        .query((row, i) -> new UnitId(row.getObject(1, UUID.class)))
                        .list();
        made.keySet().retainAll(given);
        return made;
    }
}
