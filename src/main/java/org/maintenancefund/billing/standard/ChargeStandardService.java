package org.maintenancefund.billing.standard;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.web.RecordTable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 收取标准库: one person of the municipal centre proposes a standard of the city, another one confirms or rejects it. Takes over
 * what districts approve of areas, too.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ChargeStandardService {

    /** Reason code of a rate that holds already. */
    static final String SAME = "billing.standard.refusal.same";

    private final ChargeStandardRepository entries;
    private final ChargeStandards standards;
    private final Operators operators;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * What was decided on, the last month first.
     *
     * @param total how many there are, of which {@link RecordTable#MOST} are told
     */
    public record History(List<StandardView> latest, long total) {}

    /** Those of the city that wait for a second person. */
    @Transactional(readOnly = true)
    public List<StandardView> proposed() {
        return entries.findProposed().stream().map(ChargeStandardEntity::view).toList();
    }

    /** Those of the city that were decided on. */
    @Transactional(readOnly = true)
    public History history() {
        List<StandardView> latest = entries.findDecided(Limit.of(RecordTable.MOST)).stream()
                .map(ChargeStandardEntity::view)
                .toList();
        return new History(latest, latest.size() < RecordTable.MOST ? latest.size() : entries.countDecided());
    }

    /** One of the city's; {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public StandardView get(ChargeStandardId id) {
        return entries.findOfCity(id)
                .map(ChargeStandardEntity::view)
                .orElseThrow(() -> new NotFound("charge standard " + id));
    }

    /** Whether the municipal centre has somebody else who could look at what this person proposes. */
    @Transactional(readOnly = true)
    public boolean hasSecondPerson(CurrentUser person) {
        return operators.of(MunicipalCentre.REF).stream()
                .filter(other -> other.role() == Role.MUNICIPAL_STAFF && other.isInUse())
                .anyMatch(other -> !other.id().equals(person.operatorId()));
    }

    /** Why it can't be proposed as things stand; empty where it can. */
    private Optional<Reason> obstacle(StandardProposal told) {
        if (told.from().isBefore(YearMonth.now(clock))) {
            return Optional.of(Reason.of("billing.standard.refusal.past", told.from(), YearMonth.now(clock)));
        }
        return entries.findBeginning(told.use(), told.lift(), told.from()).stream()
                .findFirst()
                .map(other -> Reason.of(
                        other.view().isProposed()
                                ? "billing.standard.refusal.proposed-already"
                                : "billing.standard.refusal.taken",
                        other.words()))
                .or(() -> standards
                        .ofCityAt(told.use(), told.lift(), told.from())
                        .filter(holds -> holds.rate().equals(told.rate()))
                        .map(holds -> Reason.of(
                                SAME,
                                StandardWords.kind(holds.use(), holds.lift()),
                                holds.from(),
                                StandardWords.rate(holds.rate()))));
    }

    /**
     * Proposes standards of the city, each of which holds once a second person has confirmed it.
     *
     * @throws Refusal where a month is over, another one begins then or waits to, or the same holds already
     */
    public List<ChargeStandardId> propose(List<StandardProposal> told, CurrentUser by) {
        return told.stream().map(one -> propose(one, by)).toList();
    }

    private ChargeStandardId propose(StandardProposal told, CurrentUser by) {
        obstacle(told).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        ChargeStandardEntity entry = ChargeStandardEntity.proposed(told, by, clock.instant());
        entries.saveAndFlush(entry);
        record("CHARGE_STANDARD_PROPOSED", entry);
        return entry.id();
    }

    /**
     * Lets it hold from its month on.
     *
     * @param seen the version that the person saw
     * @throws StaleVersion where somebody has decided on it meanwhile
     * @throws Refusal for who proposed it, and where its month is over
     */
    public void confirm(ChargeStandardId id, int seen, CurrentUser by) {
        decide(id, seen, "CHARGE_STANDARD_CONFIRMED", entry -> {
            entry.confirm(by, YearMonth.now(clock), clock.instant());
        });
    }

    /** The same, so that it never holds. */
    public void reject(ChargeStandardId id, int seen, String reason, CurrentUser by) {
        decide(id, seen, "CHARGE_STANDARD_REJECTED", entry -> entry.reject(reason, by, clock.instant()));
    }

    /** Taken back by who proposed it, while it waits; otherwise as {@link #confirm}. */
    public void withdraw(ChargeStandardId id, int seen, CurrentUser by) {
        decide(id, seen, "CHARGE_STANDARD_WITHDRAWN", entry -> entry.withdraw(by, clock.instant()));
    }

    private void decide(ChargeStandardId id, int seen, String action, Consumer<ChargeStandardEntity> verb) {
        ChargeStandardEntity entry = entries.lockOfCity(id).orElseThrow(() -> new NotFound("charge standard " + id));
        if (entry.version() != seen) {
            throw new StaleVersion(id);
        }
        verb.accept(entry);
        entries.flush();
        record(action, entry);
    }

    /** Takes over what the district has approved for an area. */
    @Transactional(propagation = Propagation.MANDATORY)
    void approve(AreaView area, List<StandardProposal> approved, ApprovedApplication application) {
        for (StandardProposal told : approved) {
            ChargeStandardEntity entry = ChargeStandardEntity.approved(area.id(), told, application);
            entries.saveAndFlush(entry);
            trail.record(event("CHARGE_STANDARD_APPROVED", entry).change("area", null, area.name()));
        }
    }

    private void record(String action, ChargeStandardEntity entry) {
        trail.record(event(action, entry));
    }

    private static AuditEvent event(String action, ChargeStandardEntity entry) {
        Rate rate = entry.rate();
        return AuditEvent.of(action)
                .on("chargeStandard", entry.id(), entry.words())
                .change("rate", null, StandardWords.rate(rate))
                .change("validFrom", null, entry.validFrom())
                .change("document", null, entry.document())
                .change("reason", null, entry.reason().isEmpty() ? null : entry.reason());
    }
}
