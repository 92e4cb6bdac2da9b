package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.bank.matching.SlipMatches.Match;
import org.maintenancefund.bank.matching.SlipMatches.Sent;
import org.maintenancefund.bank.statement.KeptStatementListener;
import org.maintenancefund.collection.remittance.SlipArrivals;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 自动匹配: what names its slips and comes to their amounts is matched, what is likely is proposed, and everything else is left to
 * people. Nothing is guessed: where two things may be meant, neither is proposed.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class MatchingService implements KeptStatementListener {

    private final SlipMatches matches;
    private final SlipArrivals arrivals;
    private final FundAccounts accounts;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;

    /** How many lines were matched, and how many are proposed. */
    public record Outcome(int matched, int proposed) {

        Outcome plus(Outcome other) {
            return new Outcome(matched + other.matched, proposed + other.proposed);
        }
    }

    @Override
    public void kept(FundAccountId account, CurrentUser by) {
        match(account, by);
    }

    /** Once more, of all accounts: slips were submitted since, or payers are known now. */
    public Outcome matchAll(CurrentUser by) {
        Outcome outcome = new Outcome(0, 0);
        for (FundAccountId account : accounts.all().stream()
                .map(each -> each.id())
                .sorted(java.util.Comparator.comparing(id -> id.toString()))
                .toList()) {
            outcome = outcome.plus(match(account, by));
        }
        return outcome;
    }

    private Outcome match(FundAccountId account, CurrentUser by) {
        locks.lock(Purpose.BANK_LINES, account.toString());
        List<Match> named = matches.byNumber(account);
        matches.keep(named, MatchBasis.NUMBER, by);
        arrivals.arrived(
                named.stream()
                        .map(match -> new SlipArrivals.Arrival(match.slip(), match.amount(), match.day()))
                        .toList(),
                by);
        List<Match> parts = matches.byPart(account);
        matches.keep(parts, MatchBasis.PART, by);
        List<Match> payers = matches.byPayer(account);
        matches.keep(payers, MatchBasis.PAYER, by);
        List<Match> combined = combinations(account);
        matches.keep(combined, MatchBasis.COMBINATION, by);
        Outcome outcome = new Outcome(lines(named), lines(parts) + lines(payers) + lines(combined));
        if (outcome.matched() + outcome.proposed() > 0) {
            trail.record(AuditEvent.of("LINES_MATCHED")
                    .on("fund-account", account, null)
                    .change("matchedLines", null, outcome.matched())
                    .change("proposedLines", null, outcome.proposed()));
        }
        return outcome;
    }

    private static int lines(List<Match> found) {
        return (int) found.stream().map(Match::line).distinct().count();
    }

    private List<Match> combinations(FundAccountId account) {
        List<Sent> lines = matches.sent(account);
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<SlipCombination.Open>> open = matches.open(account);
        Set<SlipCombination.Open> taken = new HashSet<>();
        List<Match> found = new ArrayList<>();
        for (Sent line : lines) {
            List<SlipCombination.Open> left = open.getOrDefault(line.company(), List.of()).stream()
                    .filter(slip -> !taken.contains(slip))
                    .toList();
            SlipCombination.of(line.amount(), left)
                    .ifPresent(slips -> slips.forEach(slip -> {
                        taken.add(slip);
                        found.add(new Match(line.line(), line.day(), slip.slip(), slip.open()));
                    }));
        }
        return found;
    }
}
