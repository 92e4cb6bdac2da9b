package org.maintenancefund;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.OrderNumber;
import org.maintenancefund.collection.remittance.RemittanceOrders;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.publication.PublicationService;
import org.maintenancefund.disclosure.reminder.NewBatch;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderService;
import org.maintenancefund.disclosure.reminder.SoldChoice;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of an area that is billed and collected in, as its people and staff look at them. */
final class CollectionPages {

    private final CollectedArea area;
    private final World world;
    private final ApplicationContext context;
    private final UnitId flat;
    private final ReceiptNumber receipt;
    private final ReceiptNumber reversed;
    private final String proof;
    private final ReminderNumber reminders;
    private final CurrentUser committee;
    private final Remitting remitting;
    private final DeclarationNumber declaration;
    private final SlipNumber slip;
    private final OrderNumber order;
    private int door = 200;

    /**
     * A page.
     *
     * @param most so often it may ask, beside what all pages ask for
     */
    record Look(CurrentUser by, String path, int most) {}

    /**
     * Three flats, one month billed, the next one tried, three receipts, of one of them a reversal that waits, one late and ordered; the
     * others declared, on a slip that has arrived.
     */
    CollectionPages(World world, ApplicationContext context) {
        this.world = world;
        this.context = context;
        this.area = CollectedArea.named("数问苑", world, context);
        this.committee = world.personOf(area.managed().committee());
        this.flat = area.flat("101");
        UnitId other = area.flat("102");
        area.flat("103");
        area.bill(area.first());
        this.receipt = area.receive(area.payment(flat, "30"));
        this.proof = context.getBean(PaperService.class)
                .provePayment(receipt.value(), area.clerk())
                .value();
        this.reversed = area.receive(area.payment(other, "22.40"));
        context.getBean(ReversalService.class).propose(reversed, "登记错户", area.clerk());
        this.remitting = Remitting.of(area, world, context);
        NewReceipt told = area.payment(flat, "1");
        area.receive(new NewReceipt(
                told.unit(),
                told.amount(),
                area.today().minusMonths(3),
                told.way(),
                told.from(),
                told.payer(),
                told.months(),
                null,
                ""));
        this.order = context.getBean(RemittanceOrders.class)
                .issue(area.managed().company(), area.today().plusDays(9), told.amount(), world.clerk());
        this.declaration = remitting.confirmed();
        this.slip = remitting.submitted(declaration);
        remitting.arrive(slip, remitting.amount(slip));
        this.reminders = context.getBean(ReminderService.class)
                .make(
                        area.id(),
                        new NewBatch(Optional.empty(), SoldChoice.ALL, 1, Money.ZERO, world.today()),
                        area.clerk());
        context.getBean(PublicationService.class).publish(area.id(), area.first(), area.clerk());
        propose();
    }

    /** 试算 of this month, that waits for its second person. */
    private void propose() {
        context.getBean(RunService.class).propose(area.id(), area.thisMonth(), null, "首月", area.clerk());
    }

    /** A dozen flats more, billed for the month that they missed, and paid. */
    void grow() {
        List<UnitId> more = Stream.generate(() -> area.flat(Integer.toString(++door)))
                .limit(12)
                .toList();
        area.bill(area.first());
        more.forEach(unit -> area.receive(area.payment(unit, "22.40")));
        more.stream().limit(2).forEach(unit -> {
            remitting.submitted();
            area.receive(area.payment(unit, "3"));
        });
        remitting.confirmed();
        area.receive(area.payment(flat, "5"));
        propose();
    }

    List<Look> all(int list, int record) {
        CurrentUser clerk = area.clerk();
        CurrentUser district = world.clerk();
        String bills = "/bills/areas/" + area.id();
        String receipts = "/collection/receipts/areas/" + area.id();
        String month = "/run/" + area.thisMonth();
        return List.of(
                new Look(clerk, "/bills", list),
                new Look(district, "/bills", list),
                // The area and whose it is, its months and buildings, and the sums beside a page of bills.
                new Look(clerk, bills, list + 1),
                new Look(district, bills, list),
                new Look(clerk, bills + "/runs", list),
                // Whether the area was taken over from another company, too.
                new Look(area.colleague(), bills + month, record + 1),
                // Who proposed it is told who else could confirm.
                new Look(clerk, bills + month, record + 2),
                new Look(clerk, bills + "/missed", record),
                new Look(clerk, bills + "/notices", record),
                new Look(district, bills + "/notices", record),
                new Look(clerk, "/bills/units/" + flat, record),
                new Look(clerk, "/bills/units/" + flat + "/notice", record),
                new Look(clerk, "/collection/receipts", list),
                new Look(clerk, "/collection/handovers", list),
                new Look(district, "/collection/handovers", list),
                new Look(district, "/collection/receipts", list),
                // Beside the unit itself, whose it is: bills, payments, what the books have, reminders and 查询码 of other
                // modules, each by one statement.
                new Look(clerk, "/units/" + flat, record + 6),
                new Look(district, "/units/" + flat, record + 3),
                new Look(clerk, receipts, list),
                new Look(district, receipts, list),
                new Look(clerk, receipts + "/summary", list),
                new Look(clerk, receipts + "/counter", list),
                new Look(clerk, receipts + "/counter?unit=999", record),
                new Look(clerk, receipts + "/counter/" + flat, record),
                new Look(clerk, "/collection/receipts/" + receipt, record),
                new Look(district, "/collection/receipts/" + receipt, record),
                new Look(clerk, "/collection/receipts/" + receipt + "/paper", record),
                // The area and whose it is, its buildings, and a page of what it is about.
                new Look(clerk, "/reminders", list),
                new Look(district, "/reminders", list),
                new Look(clerk, "/reminders/areas/" + area.id(), list),
                new Look(clerk, "/reminders/areas/" + area.id() + "/new", list),
                new Look(clerk, "/reminders/" + reminders, list),
                new Look(clerk, "/reminders/" + reminders + "/1", record),
                new Look(clerk, "/reminders/" + reminders + "/notices", record),
                new Look(clerk, "/publications", list),
                new Look(committee, "/publications", list),
                new Look(clerk, "/publications/areas/" + area.id(), list),
                new Look(clerk, "/publications/areas/" + area.id() + "/new", list),
                new Look(committee, "/publications/areas/" + area.id() + "/" + area.first(), record),
                new Look(clerk, "/papers/units/" + flat, record),
                new Look(clerk, "/papers/" + proof, record),
                new Look(clerk, "/collection/receipts/" + receipt + "/reversal", record),
                new Look(area.colleague(), "/collection/receipts/" + reversed, record),
                // Who proposed to reverse it is told who else could confirm.
                new Look(clerk, "/collection/receipts/" + reversed, record + 1),
                new Look(clerk, "/collection/held", list),
                new Look(district, "/collection/held", list),
                new Look(district, "/collection/late", list),
                new Look(clerk, "/collection/declarations", list),
                new Look(district, "/collection/declarations", list),
                // The area and whose it is, what is there, and who else could confirm.
                new Look(clerk, "/collection/declarations/areas/" + area.id(), list + 1),
                new Look(clerk, "/collection/declarations/" + declaration, record),
                new Look(district, "/collection/declarations/" + declaration, record),
                new Look(clerk, "/collection/slips", list),
                new Look(district, "/collection/slips", list),
                new Look(district, "/collection/bookings", list),
                new Look(clerk, "/collection/slips/new", record),
                new Look(clerk, "/collection/slips/" + slip, record),
                new Look(district, "/collection/slips/" + slip, record),
                new Look(clerk, "/collection/slips/" + slip + "/paper", record),
                new Look(district, "/collection/orders", list),
                new Look(district, "/collection/orders/" + order, record),
                new Look(clerk, "/collection/orders/" + order, record),
                new Look(committee, "/collection/own", list + 1),
                new Look(committee, "/mandates", record),
                new Look(committee, "/charge-standards/own", record),
                new Look(clerk, "/collection", list),
                new Look(clerk, "/collection/areas/" + area.id() + "/start", list),
                new Look(clerk, "/charge-standards/areas/" + area.id(), list),
                new Look(district, "/charge-standards/areas/" + area.id(), list),
                new Look(world.municipal(), "/charge-standards", list),
                new Look(world.municipal(), "/charge-standards/" + standard(), list));
    }

    /** One of the city's. */
    private UUID standard() {
        return context.getBean(JdbcClient.class)
                .sql("SELECT id FROM charge_standard WHERE area_id IS NULL LIMIT 1")
                .query(UUID.class)
                .single();
    }

    UUID areaId() {
        return area.id().value();
    }
}
