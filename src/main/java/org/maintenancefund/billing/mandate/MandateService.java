package org.maintenancefund.billing.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateEnd;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.billing.mandate.NamedMandates.NamedMandate;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationMessage.Occasion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins mandates and ends them, each time with an entry of the trail, and tells the company, its office and whoever should know. */
@Service
@RequiredArgsConstructor
public class MandateService {

    private final MandateRepository mandates;
    private final OneMandatePerArea oneMandate;
    private final NamedMandates names;
    private final PropertyAreas areas;
    private final Committees committees;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Begins a mandate by an approved application and cuts what stands against it, in the transaction of the decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ApprovedApplication application, AssociationView right, CommitteeId committee, DateRange days) {
        List<OneMandatePerArea.Cut> cuts = oneMandate.makeRoom(right.area(), days, application.approvedAt());
        Mandate begun = mandates.saveAndFlush(CollectionMandate.begun(application, right, committee, days))
                .view();
        cuts.forEach(cut -> recordChange(cut.standing(), false));
        AreaView area = areas.get(begun.area());
        String collector = names.find(begun.id()).orElseThrow().collector();
        trail.record(AuditEvent.of("MANDATE_BEGUN")
                .on("mandate", begun.id(), title(area))
                .change("application", null, application.number())
                .change("collector", null, collector)
                .change("effective", null, days(begun)));
        tell(Occasion.MANDATE_BEGUN, begun, begun.validFrom(), area, area.name() + "（" + collector + "）", false);
    }

    /** Ends what lies outside of the days that are left to an association, in the transaction that takes them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepWithin(AssociationView right) {
        for (CollectionMandate mandate : mandates.lockOf(right.id())) {
            Mandate before = mandate.view();
            mandate.keepWithin(right, clock.instant());
            mandates.flush();
            recordChange(before, false);
        }
    }

    /** A mandate of the committee's own area that can still be taken back; {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public NamedMandate revocable(MandateId id, CurrentUser user) {
        return names.find(id)
                .filter(found -> speaksFor(found.mandate(), user))
                .filter(found -> !found.mandate().isOverOn(LocalDate.now(clock)))
                .orElseThrow(() -> new NotFound("mandate " + id));
    }

    /** The days that may be the first without it: from tomorrow on to its last one; empty: it ends today. */
    List<DateRange> revocableOn(Mandate mandate) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        return mandate.validTo().isBefore(tomorrow) ? List.of() : List.of(DateRange.of(tomorrow, mandate.validTo()));
    }

    /**
     * 撤销授权 by the committee's own word.
     *
     * @param seen     the version that the person saw
     * @param firstDay the first day without it, tomorrow at the earliest
     * @throws NotFound     where it is not one of the committee's area, or over
     * @throws StaleVersion where something changed it since
     * @throws Refusal      where it can't end with that day
     */
    @Transactional
    public void revoke(MandateId id, int seen, LocalDate firstDay, String because, CurrentUser user) {
        CollectionMandate mandate = mandates.lock(id).orElseThrow(() -> new NotFound("mandate " + id));
        Mandate before = mandate.view();
        if (!speaksFor(before, user)) {
            throw new NotFound("mandate " + id + " of another committee");
        }
        if (!Objects.equals(mandate.version(), seen)) {
            throw new StaleVersion(id);
        }
        if (revocableOn(before).stream().noneMatch(days -> days.contains(firstDay))) {
            throw Refusal.because("billing.mandate.revoke.day-gone");
        }
        mandate.revoke(firstDay.minusDays(1), because, clock.instant());
        mandates.flush();
        recordChange(before, true);
    }

    private boolean speaksFor(Mandate mandate, CurrentUser user) {
        return committees.areasOf(user.organisation()).contains(mandate.area());
    }

    /** Tells what became of a mandate, where anything did. */
    private void recordChange(Mandate before, boolean district) {
        NamedMandate found = names.find(before.id()).orElseThrow();
        Mandate now = found.mandate();
        if (days(before).equals(days(now))) {
            return;
        }
        boolean ends = now.validTo().isBefore(before.validTo());
        AreaView area = areas.get(now.area());
        AuditEvent event = AuditEvent.of(ends ? "MANDATE_ENDED" : "MANDATE_POSTPONED")
                .on("mandate", now.id(), title(area))
                .change("effective", days(before), days(now));
        MandateEnd why = now.endReason();
        trail.record(
                why == null || !ends
                        ? event
                        : event.change("mandateEnd", null, why.label()).change("reason", null, found.revokedBecause()));
        tell(
                ends ? Occasion.MANDATE_ENDED : Occasion.MANDATE_BEGUN,
                now,
                ends ? now.validTo() : now.validFrom(),
                area,
                area.name() + "（" + found.collector() + (ends && why != null ? "，" + why.label() : "") + "）",
                district);
    }

    private void tell(Occasion occasion, Mandate mandate, LocalDate day, AreaView area, String name, boolean district) {
        List<Addressee> addressees = new ArrayList<>();
        addressees.add(new Addressee(mandate.enterprise().ref(), "/collection"));
        if (mandate.office() != null) {
            addressees.add(new Addressee(mandate.office().ref(), "/collection"));
        }
        if (district) {
            addressees.add(new Addressee(
                    new OrgRef(OrgType.DISTRICT_CENTRE, area.district().value()), "/areas/" + area.id()));
        }
        events.publishEvent(new OrganisationMessage(
                occasion, "mandate " + mandate.id() + " " + day, name, day, area.district(), addressees));
    }

    private static String days(Mandate mandate) {
        return mandate.validFrom() + "/" + mandate.validTo();
    }

    private static String title(AreaView area) {
        return area.name() + "（" + area.code() + "）";
    }
}
