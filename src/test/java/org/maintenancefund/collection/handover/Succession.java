package org.maintenancefund.collection.handover;

import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.handover.Matter.Settler;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An area in which an office collected for a year, with a flat that owes a month, and one that paid it: what was received is with the
 * company. {@link #change} lets another company collect there from today on. What was decided before today can't be decided today, so it
 * is written as it would stand.
 */
public final class Succession {

    private final Remitting remitting;
    private final World world;
    private final ApplicationContext context;
    private final ManagedArea other;
    private final UnitId flat;
    private final CurrentUser next;

    private Succession(String name, World world, ApplicationContext context) {
        this.world = world;
        this.context = context;
        this.remitting = Remitting.named(name, world, context);
        this.other = ManagedArea.named(
                name + "邻",
                world,
                context.getBean(AreaRegister.class),
                context.getBean(TransactionTemplate.class),
                "1 栋");
        this.next = other.ofOffice();
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

    public ManagedArea other() {
        return other;
    }

    /** The former mandate ended yesterday, and the next one begins today. */
    public Succession change() {
        end();
        collects(other, area().today(), area().today().plusMonths(6));
        return this;
    }

    public void end() {
        area().endMandate(area().today().minusDays(1));
    }

    /** An office of somebody else collects in the area on those days. */
    public void collects(ManagedArea by, LocalDate from, LocalDate to) {
        jdbc().sql(
                        "INSERT INTO collection_mandate (id, area_id, committee_id, enterprise_id, office_id, association_id, valid_from,"
                                + " valid_to, granted_to, approved_by, approved_at, version)"
                                + " SELECT gen_random_uuid(), :area, s.committee_id, s.enterprise_id, s.office_id, s.id, :from, :to, :to,"
                                + " s.approved_by, now(), 0 FROM association s WHERE s.area_id = :other")
                .param("area", area().id().value())
                .param("other", by.id().value())
                .param("from", from)
                .param("to", to)
                .update();
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
        service().receive(number, get(number, next).version(), next);
    }

    /** Papers handed over, and what is not settled for the next company to settle within a month. */
    public List<Matter> listed(HandoverView found) {
        return found.today().stream()
                .map(matter -> {
                    if (matter.kind().isDocument()) {
                        return matter.said(true, null, null, "纸质 2 册");
                    }
                    return matter.isSettled()
                            ? matter
                            : matter.said(
                                    false, Settler.SUCCESSOR, area().today().plusDays(30), "");
                })
                .toList();
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

    HandoverService service() {
        return context.getBean(HandoverService.class);
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
