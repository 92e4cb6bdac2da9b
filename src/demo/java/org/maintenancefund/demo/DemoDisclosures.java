package org.maintenancefund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.disclosure.publication.PublicationDecisions;
import org.maintenancefund.disclosure.publication.PublicationService;
import org.maintenancefund.disclosure.reminder.DeliveryService;
import org.maintenancefund.disclosure.reminder.DeliveryWay;
import org.maintenancefund.disclosure.reminder.NewBatch;
import org.maintenancefund.disclosure.reminder.NewDelivery;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderService;
import org.maintenancefund.disclosure.reminder.SoldChoice;
import org.maintenancefund.kernel.money.Money;
import org.springframework.stereotype.Component;

/** What people of the demo's communities are told: 收取公示 with what the committee says of it, and 欠缴催缴 with 送达. */
@Component
class DemoDisclosures {

    private final PublicationService publications;
    private final PublicationDecisions decisions;
    private final ReminderService reminders;
    private final DeliveryService deliveries;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoDisclosures(
            PublicationService publications,
            PublicationDecisions decisions,
            ReminderService reminders,
            DeliveryService deliveries,
            DemoDays days,
            TravellingClock clock) {
        this.publications = publications;
        this.decisions = decisions;
        this.reminders = reminders;
        this.deliveries = deliveries;
        this.days = days;
        this.clock = clock;
    }

    void published(AreaId area, YearMonth month, LocalDate on, CurrentUser collector) {
        clock.at(days.on(on, 9, 40), () -> publications.publish(area, month, collector));
    }

    /** The committee objects, is answered and confirms, each a day after the other. */
    void confirmedAfterAnAnswer(
            AreaId area, YearMonth month, LocalDate on, CurrentUser committee, CurrentUser collector) {
        clock.at(
                days.on(on, 19, 30),
                () -> decisions.object(
                        area, month, version(area, month, committee), "有业主问：空置未售的两套房，维修资金由谁缴？公示里没有写。", committee));
        clock.at(
                days.on(on.plusDays(1), 10, 0),
                () -> decisions.answer(
                        area,
                        month,
                        version(area, month, collector),
                        "未售的两套由建设单位按同样标准缴存，本月已缴，含在交存合计内，收据可到管理处查看。",
                        collector));
        clock.at(
                days.on(on.plusDays(2), 20, 10),
                () -> decisions.confirm(area, month, version(area, month, committee), committee));
    }

    private int version(AreaId area, YearMonth month, CurrentUser user) {
        return publications.get(area, month, user).publication().version();
    }

    /** To those who owe a month at least that is over: two signed, two could not be met, the others are still to be visited. */
    void reminded(AreaId area, LocalDate on, CurrentUser collector) {
        NewBatch wanted = new NewBatch(Optional.empty(), SoldChoice.ALL, 1, Money.ZERO, on.plusDays(16));
        ReminderNumber batch = clock.at(days.on(on, 9, 0), () -> reminders.make(area, wanted, collector));
        NewDelivery signed = new NewDelivery(on.plusDays(1), DeliveryWay.HANDED, "梁师傅", "本人签收");
        NewDelivery posted = new NewDelivery(on.plusDays(2), DeliveryWay.POSTED, "梁师傅", "两次上门无人，张贴于入户门并拍照");
        clock.at(
                days.on(on.plusDays(1), 17, 0), () -> deliveries.record(batch, List.of(1, 2), signed, null, collector));
        clock.at(
                days.on(on.plusDays(2), 17, 0), () -> deliveries.record(batch, List.of(3, 4), posted, null, collector));
    }
}
