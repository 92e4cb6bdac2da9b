package org.maintenancefund.collection.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.handover.Matter.Settler;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.context.ApplicationContext;

/**
 * An area in which an office collected for a year, with a flat that owes a month, and one that paid it: what was received is with the
 * company. {@link #change} lets another company manage it and collect there from today on.
 */
public final class Succession {

    private final Remitting remitting;
    private final World world;
    private final ApplicationContext context;
    private final EnterpriseId company;
    private final OfficeId office;
    private final UnitId flat;
    private final CurrentUser next;

    private Succession(String name, World world, ApplicationContext context) {
        this.world = world;
        this.context = context;
        this.remitting = Remitting.named(name, world, context);
        this.company = world.company(name + "后任物业有限公司");
        this.office = world.office(name + "后任管理处", company);
        this.next = world.personOf(office);
        this.flat = area().flat("101");
        UnitId paid = area().flat("102");
        area().bill(area().first());
        area().receive(area().payment(paid, "30"));
    }

    public static Succession named(String name, World world, ApplicationContext context) {
        return new Succession(name, world, context);
    }

    public CollectedArea area() {
        return remitting.area();
    }

    public Remitting remitting() {
        return remitting;
    }

    public UnitId flat() {
        return flat;
    }

    /** 郑负责 of the office that collected. */
    public CurrentUser former() {
        return area().clerk();
    }

    /** 郑负责 of the office of the next company. */
    public CurrentUser next() {
        return next;
    }

    /** The next company. */
    public EnterpriseId company() {
        return company;
    }

    public OfficeId office() {
        return office;
    }

    /** The former mandate ends with yesterday, and the next one begins today. */
    public Succession change() {
        collects(company, office, area().today());
        return this;
    }

    /** The former mandate ended with yesterday, and nobody follows. */
    public void end() {
        area().endMandate(area().today().minusDays(1));
    }

    /** An office of somebody else manages the area and collects there from that day on. */
    public void collects(EnterpriseId by, OfficeId itsOffice, LocalDate from) {
        CommitteeView committee = area().managed().committee();
        world.association(committee, by, itsOffice, from, from.plusYears(1));
        world.mandate(committee, from, from.plusMonths(11));
    }

    public HandoverNumber opened() {
        return service().open(area().id(), former());
    }

    /** Opened, and handed over with everything listed. */
    public HandoverNumber handedOver() {
        HandoverNumber number = opened();
        handOver(number);
        return number;
    }

    public void handOver(HandoverNumber number) {
        HandoverView found = get(number, former());
        service().handOver(number, found.version(), found.fingerprint(), listed(found), former());
    }

    public void receive(HandoverNumber number) {
        decisions().receive(number, get(number, next).version(), next);
    }

    /** Papers handed over, and what is not settled for one of both to settle within a month. */
    public List<Matter> listed(HandoverView found) {
        return listed(found, area().today());
    }

    private static List<Matter> listed(HandoverView found, LocalDate today) {
        return found.today().stream()
                .map(matter -> {
                    if (matter.kind().isDocument()) {
                        return matter.said(true, null, null, "纸质 2 册");
                    }
                    Settler by = matter.kind().isHeld() ? Settler.FORMER : Settler.SUCCESSOR;
                    return matter.isSettled() ? matter : matter.said(false, by, today.plusDays(30), "");
                })
                .toList();
    }

    /** From the former company of an area to the next one, with everything listed. */
    public static void handOver(AreaId area, CurrentUser former, CurrentUser next, ApplicationContext context) {
        HandoverService service = context.getBean(HandoverService.class);
        HandoverRegister register = context.getBean(HandoverRegister.class);
        HandoverNumber number = service.open(area, former);
        HandoverView found = register.get(number, former);
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        service.handOver(number, found.version(), found.fingerprint(), listed(found, today), former);
        context.getBean(HandoverDecisions.class)
                .receive(number, register.get(number, next).version(), next);
    }

    public HandoverView get(HandoverNumber number, CurrentUser reader) {
        return context.getBean(HandoverRegister.class).get(number, reader);
    }

    public int version(HandoverNumber number) {
        return get(number, world.clerk()).version();
    }

    /** The figures that are not nothing, as they stand: 未缴账单 1 张，22.40 元. */
    static List<String> figures(List<Matter> matters) {
        return matters.stream()
                .filter(matter -> matter.kind().isMoney() && matter.items() > 0)
                .map(matter -> matter.kind().label() + " " + matter.figures())
                .toList();
    }

    /** 试算 of this month by somebody. */
    public void bill(CurrentUser by) {
        context.getBean(RunService.class).propose(area().id(), area().thisMonth(), null, "首月", by);
    }

    HandoverDecisions decisions() {
        return context.getBean(HandoverDecisions.class);
    }

    HandoverService service() {
        return context.getBean(HandoverService.class);
    }
}
