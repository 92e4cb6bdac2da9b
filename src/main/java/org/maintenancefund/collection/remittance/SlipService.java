package org.maintenancefund.collection.remittance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 缴存单: a company's people put declarations together, submit them and transfer their sum. The slip is locked before its declarations,
 * these always in the same order: of two who put a declaration on two slips the second finds it gone.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SlipService {

    private final SlipRepository slips;
    private final DeclarationRepository declarations;
    private final SlipChoice choice;
    private final RunningNumbers numbers;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * A draft of those declarations.
     *
     * @throws Refusal where one of them is gone, has no account, or they don't go into one account or lie in several districts
     */
    public SlipNumber draft(Set<DeclarationNumber> chosen, CurrentUser user) {
        List<Declaration> locked = lock(chosen);
        SlipChoice.Destination into = choice.destination(choice.of(null, user), chosen);
        SlipNumber number = new SlipNumber(
                numbers.next(SlipNumber.PREFIX, LocalDate.now(clock)).value());
        RemittanceSlip slip = RemittanceSlip.drafted(number, into, locked, user, clock.instant());
        slips.saveAndFlush(slip);
        locked.forEach(declaration -> declaration.enter(slip.id()));
        record("SLIP_DRAFTED", slip, locked);
        return number;
    }

    /** Other declarations in a draft; refuses as {@link #draft} does, and where it is no draft any more. */
    public void change(SlipNumber number, int seen, Set<DeclarationNumber> chosen, CurrentUser user) {
        RemittanceSlip slip = lock(number, seen, user);
        List<Declaration> before = declarations.lockOf(slip.id());
        List<Declaration> locked = lock(chosen);
        SlipChoice.Destination into = choice.destination(choice.of(number, user), chosen);
        slip.choose(into, locked);
        before.stream().filter(declaration -> !locked.contains(declaration)).forEach(Declaration::leaveSlip);
        locked.forEach(declaration -> declaration.enter(slip.id()));
        record("SLIP_CHANGED", slip, locked);
    }

    /**
     * 提交: from then on it stays as it is, and the account waits for its amount.
     *
     * @throws Refusal where the money of one of its areas lies in another account by now
     */
    public void submit(SlipNumber number, int seen, CurrentUser user) {
        RemittanceSlip slip = lock(number, seen, user);
        List<Declaration> locked = declarations.lockOf(slip.id());
        SlipChoice.Destination into = choice.destination(
                choice.of(number, user),
                locked.stream().map(Declaration::number).collect(Collectors.toSet()));
        if (!into.account().equals(slip.accountId())) {
            throw Refusal.because("remittance.slip.account-changed");
        }
        slip.submit(user, LocalDate.now(clock), clock.instant());
        record("SLIP_SUBMITTED", slip, locked);
    }

    /** 作废, before any money of it came: its declarations can go into another one. */
    public void discard(SlipNumber number, int seen, String reason, CurrentUser user) {
        RemittanceSlip slip = lock(number, seen, user);
        List<Declaration> locked = declarations.lockOf(slip.id());
        slip.discard(reason, user, clock.instant());
        locked.forEach(Declaration::leaveSlip);
        slips.flush();
        trail.record(event("SLIP_VOIDED", slip)
                .change("declarations", names(locked), null)
                .change("reason", null, reason));
    }

    private void record(String action, RemittanceSlip slip, List<Declaration> locked) {
        slips.flush();
        trail.record(
                event(action, slip).change("total", null, slip.amount()).change("declarations", null, names(locked)));
    }

    private static AuditEvent event(String action, RemittanceSlip slip) {
        return AuditEvent.of(action).on("slip", slip.number(), slip.number().value());
    }

    private static String names(List<Declaration> some) {
        return some.stream().map(declaration -> declaration.number().value()).collect(Collectors.joining("、"));
    }

    private List<Declaration> lock(@Nullable Set<DeclarationNumber> chosen) {
        return chosen == null || chosen.isEmpty() ? List.of() : declarations.lockAll(chosen);
    }

    private RemittanceSlip lock(SlipNumber number, int seen, CurrentUser user) {
        RemittanceSlip slip = slips.lock(number)
                .filter(found -> RemittanceRights.hands(found, user))
                .orElseThrow(() -> new NotFound("slip " + number));
        if (slip.version() != seen) {
            throw new StaleVersion(number);
        }
        return slip;
    }
}
