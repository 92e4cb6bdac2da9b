package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.maintenancefund.bank.matching.AssignmentService;
import org.maintenancefund.bank.matching.Assignments;
import org.maintenancefund.bank.matching.HouseholdShare;
import org.maintenancefund.bank.matching.MatchingService;
import org.maintenancefund.bank.matching.NewAssignment;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Line;
import org.maintenancefund.collection.RandomRemittance.Slip;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the system takes lines for: what names its slips and comes to them, and nothing else, moves money. */
final class RandomMatches {

    private final RandomRemittance model;
    private final RandomEffects effects;
    private final MatchingService service;
    private final AssignmentService assigning;
    private final Assignments assignments;
    private final JdbcClient jdbc;

    RandomMatches(RandomRemittance model) {
        this.model = model;
        effects = new RandomEffects(model);
        service = model.city.get(MatchingService.class);
        assigning = model.city.get(AssignmentService.class);
        assignments = model.city.get(Assignments.class);
        jdbc = model.city.get(JdbcClient.class);
    }

    RandomEffects effects() {
        return effects;
    }

    boolean matchAll(Flat any) {
        service.matchAll(model.clerk);
        automatic();
        return true;
    }

    /** What the system has done with open lines just now. */
    void automatic() {
        Set<Slip> named = new HashSet<>();
        List<Line> exact =
                model.lines.stream().filter(RandomMatches::namesWhatItPays).toList();
        for (Line line : exact) {
            // Of two lines for one slip the first.
            boolean first = line.named.stream().noneMatch(named::contains);
            named.addAll(line.named);
            if (first) {
                line.shares = new LinkedHashMap<>();
                line.named.forEach(slip -> line.shares.put(slip, slip.open()));
                line.become(BankLineKind.REMITTANCE, BankLineState.SETTLED);
            }
        }
        exact.stream().filter(line -> line.state == BankLineState.SETTLED).forEach(effects::arrive);
        proposed();
    }

    private static boolean namesWhatItPays(Line line) {
        return line.state == BankLineState.OPEN
                && line.fen > 0
                && !line.named.isEmpty()
                && line.named.stream()
                        .allMatch(slip -> line.text.contains(slip.number.value()) && slip.state.isExpected())
                && line.named.stream().mapToLong(Slip::open).sum() == line.fen;
    }

    /** What it only proposes is learned from it: it may be any slips that are waited for and come to the amount. */
    private void proposed() {
        Map<UUID, Map<Slip, Long>> found = new HashMap<>();
        Map<String, Slip> slips = new HashMap<>();
        model.slips.forEach(slip -> slips.put(slip.number.value(), slip));
        jdbc.sql("SELECT a.line_id, s.number, x.amount FROM bank_assignment a JOIN bank_assignment_slip x"
                        + " ON x.assignment_id = a.id JOIN remittance_slip s ON s.id = x.slip_id"
                        + " WHERE a.state = 'PROPOSED' AND a.proposed_by IS NULL ORDER BY s.number")
                .query(row -> {
                    found.computeIfAbsent(row.getObject(1, UUID.class), line -> new LinkedHashMap<>())
                            .put(slips.get(row.getString(2)), row.getLong(3));
                });
        for (Line line : model.lines) {
            Map<Slip, Long> shares = found.get(line.id);
            if (shares != null && line.state == BankLineState.OPEN) {
                assertThat(shares).allSatisfy((slip, fen) -> assertThat(fen).isBetween(1L, slip.open()));
                assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(line.fen);
                line.shares = shares;
                line.become(BankLineKind.REMITTANCE, BankLineState.PROPOSED);
            }
        }
    }

    void propose(Line line, BankLineKind kind) {
        line.households = kind == BankLineKind.FIRST_DEPOSIT ? households(line.fen) : Map.of();
        assigning.propose(line.id, told(line, kind), model.clerk);
    }

    /** All of it to one, or to two. */
    private Map<Flat, Long> households(long fen) {
        Map<Flat, Long> shares = new LinkedHashMap<>();
        long first = fen / 3 + 1;
        shares.merge(model.city.anyOf(model.city.flats()), first, Long::sum);
        if (fen > first) {
            shares.merge(model.city.anyOf(model.city.flats()), fen - first, Long::sum);
        }
        return shares;
    }

    private static NewAssignment told(Line line, BankLineKind kind) {
        return new NewAssignment(
                kind,
                line.named.stream().map(slip -> slip.number.value()).toList(),
                line.owner == null ? null : line.owner.id,
                List.of(),
                line.households.entrySet().stream()
                        .map(share -> new HouseholdShare(share.getKey().id, new Money(share.getValue())))
                        .toList(),
                line.returns == null ? null : line.returns.id,
                "");
    }

    UUID proposal(Line line) {
        return assignments.live(line.id).orElseThrow().id();
    }

    /** One says what a line truly is, another one confirms it. */
    void settle(Line line) {
        propose(line, line.meant);
        line.become(line.meant, BankLineState.PROPOSED);
        assigning.confirm(proposal(line), model.colleague);
        effects.confirm(line);
    }

    /** What each of its slips would get of it, in their order; nothing where they don't come to its amount. */
    static Map<Slip, Long> shares(Line line) {
        Map<Slip, Long> shares = new LinkedHashMap<>();
        Money left = new Money(line.fen);
        for (Slip slip : line.named) {
            if (!slip.state.isExpected() || !left.isPositive()) {
                return Map.of();
            }
            long share = Math.min(slip.open(), left.fen());
            shares.put(slip, share);
            left = left.minus(new Money(share));
        }
        return left.isZero() ? shares : Map.of();
    }
}
