package org.maintenancefund.fundaccount;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of areas that become one. Money doesn't go from one account to another because of a merge: areas whose accounts differ stay
 * apart until one of them has changed its own. Where the kept area has none, it gets that of the others, and what its units begin with is
 * booked there.
 */
@Component
@Order(9)
@RequiredArgsConstructor
class AccountMergeParticipant implements AreaMergeParticipant {

    private final OpeningBooking openings;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /** The area whose accounts the kept one got. Kept as JSON: a field may be added, never renamed. */
    record Moved(UUID from) {}

    /**
     * The account of an area today or later.
     *
     * @param from today where it has begun
     */
    private record Kept(AreaId area, UUID account, LocalDate from, String named) {

        boolean isLike(Kept other) {
            return account.equals(other.account) && from.equals(other.from);
        }
    }

    @Override
    public String name() {
        return "fund-accounts";
    }

    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        return List.of(new AreaFact(
                Messages.of("fundaccount.start"),
                accounts(areas).stream()
                        .collect(Collectors.groupingBy(
                                Kept::area, Collectors.mapping(AccountMergeParticipant::line, Collectors.toList())))));
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<Kept> accounts = accounts(areas);
        Collection<List<Kept>> byArea =
                accounts.stream().collect(Collectors.groupingBy(Kept::area)).values();
        return byArea.stream().allMatch(some -> byArea.stream().allMatch(other -> alike(some, other)))
                ? List.of()
                : List.of(new MergeBlocker(
                        Messages.of("fundaccount.merge.differ"),
                        accounts.stream()
                                .map(AccountMergeParticipant::line)
                                .distinct()
                                .toList()));
    }

    private static boolean alike(List<Kept> some, List<Kept> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int place = 0; place < some.size(); place++) {
            if (!some.get(place).isLike(others.get(place))) {
                return false;
            }
        }
        return true;
    }

    private static AreaFact.Line line(Kept kept) {
        return new AreaFact.Line(
                Messages.of("fundaccount.merge.account", kept.named(), YearMonth.from(kept.from())),
                "/fund-accounts/" + kept.account());
    }

    private List<Kept> accounts(Collection<AreaId> areas) {
        return areas.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT k.area_id, k.account_id, greatest(k.valid_from, :today), f.bank, right(f.number, 4)"
                                + " FROM fund_account_area k JOIN fund_account f ON f.id = k.account_id"
                                + " WHERE k.area_id = ANY (:areas) AND (k.valid_to IS NULL OR k.valid_to >= :today)"
                                + " ORDER BY k.area_id, k.valid_from")
                        .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                        .param("today", LocalDate.now(clock))
                        .query((row, i) -> new Kept(
                                new AreaId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class),
                                row.getObject(3, LocalDate.class),
                                Messages.of("fundaccount.named", row.getString(4), row.getString(5))))
                        .list();
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<UUID> having = having(kept, merged);
        if (having.isEmpty() || having.contains(kept.value())) {
            return "";
        }
        UUID from = having.get(0);
        follow(from, kept.value());
        openings.approved(kept);
        return json.writeValueAsString(new Moved(from));
    }

    /** Those of the areas that have an account, or had one: the longest served comes first. */
    private List<UUID> having(AreaId kept, Collection<AreaId> merged) {
        List<AreaId> all = new ArrayList<>(merged);
        all.add(kept);
        return jdbc.sql(
                        "SELECT area_id FROM fund_account_area WHERE area_id = ANY (:areas)"
                                + " GROUP BY area_id ORDER BY max(coalesce(valid_to, 'infinity')) DESC, min(valid_from), area_id")
                .param("areas", all.stream().map(AreaId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM fund_account_area WHERE area_id = :kept AND assigned_at > :since)")
                        .param("kept", kept.value())
                        .param("since", Timestamp.from(since))
                        .query(Boolean.class)
                        .single()
                ? Optional.of(Reason.of("fundaccount.merge.since"))
                : Optional.empty();
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        follow(kept.value(), json.readValue(moved, Moved.class).from());
    }

    private void follow(UUID from, UUID to) {
        jdbc.sql("UPDATE fund_account_area SET area_id = :to WHERE area_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }
}
