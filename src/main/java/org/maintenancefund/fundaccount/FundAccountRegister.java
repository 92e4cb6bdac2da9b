package org.maintenancefund.fundaccount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.ledger.AccountNames;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts as staff see them: the municipal centre and the auditor all of them, a district those that the money of an area of its own lies
 * in, or lay, and of their areas its own alone.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class FundAccountRegister implements AccountNames {

    /** An account that the person of a district sees, as a part of a statement about {@code f}. */
    private static final String SEEN =
            "(CAST(:district AS uuid) IS NULL OR f.state = 'CONFIRMED' AND EXISTS (SELECT FROM fund_account_area k"
                    + " JOIN named_area a ON a.id = k.area_id WHERE k.account_id = f.id AND a.district_id = :district))";

    private static final Keyset<Area> AREAS = new Keyset<>(
            "a.id, a.code, a.name, k.account_id, k.valid_from, f.bank, right(f.number, 4) AS tail",
            "FROM named_area a LEFT JOIN fund_account_area k ON k.area_id = a.id AND k.valid_to IS NULL"
                    + " LEFT JOIN fund_account f ON f.id = k.account_id",
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            (row, i) -> new Area(
                    new AreaId(row.getObject("id", UUID.class)),
                    row.getString("code"),
                    row.getString("name"),
                    id(row.getObject("account_id", UUID.class)),
                    row.getString("bank") == null
                            ? ""
                            : Messages.of("fundaccount.named", row.getString("bank"), row.getString("tail")),
                    month(row.getObject("valid_from", LocalDate.class))));

    private final FundAccountRepository accounts;
    private final Operators operators;
    private final JdbcClient jdbc;

    /** An account of the list, and how many areas' money lies in it, of those that the person sees. */
    public record Line(FundAccountRecord account, long areas) {}

    /**
     * An area and the account that its money lies in, or comes to lie in.
     *
     * @param account null where it has none
     * @param named   what that one is called; empty where there is none
     * @param from    since when
     */
    public record Area(
            AreaId id,
            String code,
            String name,
            @Nullable FundAccountId account,
            String named,
            @Nullable YearMonth from) {}

    /** Which areas of a list are wanted. */
    public enum Lying implements Labelled {
        /** In the account that is looked at. */
        HERE,
        NOWHERE,
        ELSEWHERE
    }

    /** Those that the person sees, those that wait first, then by bank and number. */
    public List<Line> list(CurrentUser user) {
        Map<UUID, Long> seen = new LinkedHashMap<>();
        jdbc.sql("SELECT f.id, (SELECT count(*) FROM fund_account_area k JOIN named_area a ON a.id = k.area_id"
                        + " WHERE k.account_id = f.id AND k.valid_to IS NULL AND a.state = 'ACTIVE'"
                        + " AND (CAST(:district AS uuid) IS NULL OR a.district_id = :district)) FROM fund_account f WHERE "
                        + SEEN
                        + " ORDER BY f.state = 'CONFIRMED', f.bank, f.number")
                .param("district", district(user))
                .query((row, i) -> seen.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        Map<UUID, FundAccountRecord> records = new HashMap<>();
        accounts.findAllById(seen.keySet().stream().map(FundAccountId::new).toList())
                .forEach(account -> records.put(account.id().value(), account.view()));
        return seen.entrySet().stream()
                .flatMap(line -> Optional.ofNullable(records.get(line.getKey())).stream()
                        .map(account -> new Line(account, line.getValue())))
                .toList();
    }

    /** One of them; {@link NotFound} where the person doesn't see it. */
    public FundAccountRecord get(FundAccountId id, CurrentUser user) {
        requireSeen(id, user);
        return accounts.findById(id).map(FundAccount::view).orElseThrow(() -> new NotFound("fund account " + id));
    }

    private void requireSeen(FundAccountId id, CurrentUser user) {
        boolean seen = jdbc.sql("SELECT EXISTS (SELECT FROM fund_account f WHERE f.id = :id AND " + SEEN + ")")
                .param("id", id.value())
                .param("district", district(user))
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw new NotFound("fund account " + id + " for " + user.username());
        }
    }

    /** The areas that the person sees, by name, with the account of each. */
    public Listing<Area> areas(FundAccountId id, String text, Optional<Lying> lying, CurrentUser user) {
        Conditions where = new Conditions().and("a.state = 'ACTIVE'");
        user.districtIfAny().ifPresent(own -> where.and("a.district_id = :district", "district", own.value()));
        lying.ifPresent(wanted -> {
            switch (wanted) {
                case HERE -> where.and("k.account_id = :account", "account", id.value());
                case NOWHERE -> where.and("k.account_id IS NULL");
                case ELSEWHERE -> where.and("k.account_id <> :account", "account", id.value());
            }
        });
        return AREAS.where(jdbc, AreasByName.called(where, text));
    }

    @Override
    public Map<FundAccountId, String> seenBy(CurrentUser user) {
        Map<FundAccountId, String> names = new LinkedHashMap<>();
        jdbc.sql("SELECT f.id, f.bank, right(f.number, 4) FROM fund_account f WHERE f.state = 'CONFIRMED' AND " + SEEN
                        + " ORDER BY f.bank, f.number")
                .param("district", district(user))
                .query((row, i) -> names.put(
                        new FundAccountId(row.getObject(1, UUID.class)),
                        Messages.of("fundaccount.named", row.getString(2), row.getString(3))))
                .list();
        return names;
    }

    /** How many wait for this person to look at what another one told. */
    public long waitingFor(CurrentUser user) {
        return jdbc.sql("SELECT count(*) FROM fund_account WHERE state = 'PROPOSED' AND proposed_by <> :user")
                .param("user", user.operatorId().value())
                .query(Long.class)
                .single();
    }

    /** Whether the municipal centre has somebody else who could look at what this person tells. */
    public boolean hasSecondPerson(CurrentUser person) {
        return operators.of(MunicipalCentre.REF).stream()
                .filter(other -> other.role() == Role.MUNICIPAL_STAFF && other.isInUse())
                .anyMatch(other -> !other.id().equals(person.operatorId()));
    }

    private static @Nullable UUID district(CurrentUser user) {
        return user.districtIfAny().map(DistrictId::value).orElse(null);
    }

    private static @Nullable YearMonth month(@Nullable LocalDate first) {
        return first == null ? null : YearMonth.from(first);
    }

    private static @Nullable FundAccountId id(@Nullable UUID value) {
        return value == null ? null : new FundAccountId(value);
    }
}
