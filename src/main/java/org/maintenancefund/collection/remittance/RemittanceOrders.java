package org.maintenancefund.collection.remittance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.collection.receipt.ReceiptReversed;
import org.maintenancefund.collection.remittance.Unremitted.OfArea;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationMessage.Occasion;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 责令限期缴存: a district orders a company to hand over what is late, area by area as it stands on that day, and writes down what
 * followed. An order is done on the day on which nothing of that time is missing in the account any more; where money goes back, it
 * is open again.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class RemittanceOrders {

    private final RemittanceDays days;
    private final Unremitted unremitted;
    private final Organisations organisations;
    private final RunningNumbers numbers;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What a company would be ordered to hand over.
     *
     * @param before  what was received before that day is late
     * @param lines   by area, the earliest first
     */
    public record Late(EnterpriseId enterprise, String company, LocalDate before, List<Line> lines) {

        public Money amount() {
            return Money.sum(lines.stream().map(Line::amount));
        }
    }

    /** Of an area: since when, and by when it was to be handed over. */
    public record Line(String area, int receipts, Money amount, LocalDate since, LocalDate dueOn) {}

    /** What is late of a company in the district of the person; {@link NotFound} where nothing is. */
    @Transactional(readOnly = true)
    public Late late(EnterpriseId enterprise, CurrentUser user) {
        LocalDate before = before(enterprise);
        List<Line> lines = unremitted.before(before, enterprise.value(), district(user)).stream()
                .map(of -> new Line(of.name(), of.receipts(), of.amount(), of.since(), due(of)))
                .toList();
        if (lines.isEmpty()) {
            throw new NotFound("late money of enterprise " + enterprise);
        }
        OrganisationView company = organisations.get(enterprise.ref());
        return new Late(enterprise, company.name(), before, lines);
    }

    /**
     * Issues an order, and tells the company.
     *
     * @param shown what the person saw
     * @throws Refusal where the deadline is not to come, something else is late than was shown, or an order of the district is open
     */
    public OrderNumber issue(EnterpriseId enterprise, LocalDate deadline, Money shown, CurrentUser user) {
        LocalDate today = LocalDate.now(clock);
        if (!deadline.isAfter(today)) {
            throw Refusal.because("remittance.order.deadline");
        }
        Late late = late(enterprise, user);
        if (!late.amount().equals(shown)) {
            throw Refusal.because("remittance.order.changed", late.amount());
        }
        UUID district = district(user);
        open(enterprise, district).ifPresent(number -> {
            throw Refusal.because("remittance.order.open", number);
        });
        OrderNumber number =
                new OrderNumber(numbers.next(OrderNumber.PREFIX, today).value());
        write(number, late, deadline, today, user);
        trail.record(AuditEvent.of("REMITTANCE_ORDERED")
                .on("remittanceOrder", number, late.company())
                .change("total", null, late.amount())
                .change("deadline", null, deadline));
        events.publishEvent(new OrganisationMessage(
                Occasion.REMITTANCE_ORDERED,
                "order " + number,
                late.company(),
                deadline,
                new DistrictId(district),
                addressees(enterprise, number)));
        return number;
    }

    /** The company, and its offices that collect anywhere today. */
    private List<Addressee> addressees(EnterpriseId enterprise, OrderNumber number) {
        String path = "/collection/orders/" + number;
        List<Addressee> addressees = new ArrayList<>(List.of(new Addressee(enterprise.ref(), path)));
        jdbc.sql("SELECT DISTINCT c.collector_id FROM area_collected c WHERE c.enterprise_id = :enterprise"
                        + " AND c.collector_id <> c.enterprise_id AND c.validity @> CAST(:today AS date)")
                .param("enterprise", enterprise.value())
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list()
                .forEach(office -> addressees.add(new Addressee(new OrgRef(OrgType.OFFICE, office), path)));
        return addressees;
    }

    private void write(OrderNumber number, Late late, LocalDate deadline, LocalDate today, CurrentUser user) {
        UUID id = Ids.next();
        jdbc.sql(
                        "INSERT INTO remittance_order (id, number, enterprise_id, district_id, received_before, amount, deadline,"
                                + " issued_on, issued_by, issued_by_name, issued_at) VALUES (:id, :number, :enterprise, :district, :before,"
                                + " :amount, :deadline, :today, :person, :name, :now)")
                .param("id", id)
                .param("number", number.value())
                .param("enterprise", late.enterprise().value())
                .param("district", district(user))
                .param("before", late.before())
                .param("amount", late.amount().fen())
                .param("deadline", deadline)
                .param("today", today)
                .param("person", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        for (OfArea of : unremitted.before(late.before(), late.enterprise().value(), district(user))) {
            jdbc.sql("INSERT INTO remittance_order_line (order_id, area_id, area_name, receipts, amount, since, due_on)"
                            + " VALUES (:id, :area, :name, :receipts, :amount, :since, :due)")
                    .param("id", id)
                    .param("area", of.area().value())
                    .param("name", of.name())
                    .param("receipts", of.receipts())
                    .param("amount", of.amount().fen())
                    .param("since", of.since())
                    .param("due", due(of))
                    .update();
        }
    }

    /** Writes down what followed, on a day that has been. */
    public void record(OrderNumber number, LocalDate day, String words, CurrentUser user) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.because("remittance.order.day-to-come", day);
        }
        int written = jdbc.sql(
                        "INSERT INTO remittance_follow_up (id, order_id, day, words, recorded_by, recorded_by_name,"
                                + " recorded_at) SELECT :id, o.id, :day, :words, :person, :name, CAST(:now AS timestamptz) FROM remittance_order o"
                                + " WHERE o.number = :number AND o.district_id = :district")
                .param("id", Ids.next())
                .param("day", day)
                .param("words", words)
                .param("person", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .param("district", district(user))
                .update();
        if (written == 0) {
            throw new NotFound("order " + number);
        }
        trail.record(AuditEvent.of("REMITTANCE_FOLLOWED_UP")
                .on("remittanceOrder", number, number.value())
                .change("followedUpOn", null, day)
                .change("words", null, words));
    }

    /** Whether orders to the company are done, after money of it arrived, went back, or was reversed. */
    public void follow(UUID enterprise, LocalDate today) {
        jdbc.sql(
                        "SELECT o.id, o.district_id, o.received_before FROM remittance_order o WHERE o.enterprise_id = :enterprise")
                .param("enterprise", enterprise)
                .query((row, i) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("district_id", UUID.class),
                        row.getObject("received_before", LocalDate.class)))
                .list()
                .forEach(order -> settle(order, enterprise, today));
    }

    @EventListener
    void on(ReceiptReversed reversed) {
        follow(reversed.enterprise(), LocalDate.now(clock));
    }

    private record Open(UUID id, UUID district, LocalDate before) {}

    private void settle(Open order, UUID enterprise, LocalDate today) {
        boolean done =
                unremitted.before(order.before(), enterprise, order.district()).isEmpty();
        // A later order that is open has what went back in it, or gets it into the next one.
        jdbc.sql(
                        "UPDATE remittance_order o SET remitted_on = CASE WHEN :done THEN CAST(:today AS date) END"
                                + " WHERE o.id = :id AND (o.remitted_on IS NOT NULL) <> :done AND (:done OR NOT EXISTS (SELECT FROM remittance_order q"
                                + " WHERE q.enterprise_id = o.enterprise_id AND q.district_id = o.district_id AND q.remitted_on IS NULL))")
                .param("done", done)
                .param("today", today)
                .param("id", order.id())
                .update();
    }

    private Optional<String> open(EnterpriseId enterprise, UUID district) {
        return jdbc.sql("SELECT o.number FROM remittance_order o WHERE o.enterprise_id = :enterprise"
                        + " AND o.district_id = :district AND o.remitted_on IS NULL")
                .param("enterprise", enterprise.value())
                .param("district", district)
                .query(String.class)
                .optional();
    }

    private LocalDate before(EnterpriseId enterprise) {
        return days.lateBefore().orElseThrow(() -> new NotFound("late money of enterprise " + enterprise));
    }

    private LocalDate due(OfArea of) {
        LocalDate due = days.dueOn(of.since());
        return due == null ? of.since().plusDays(1) : due;
    }

    private static UUID district(CurrentUser user) {
        return user.districtIfAny()
                .map(DistrictId::value)
                .orElseThrow(() -> new NotFound("district of " + user.username()));
    }
}
