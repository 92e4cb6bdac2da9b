package org.maintenancefund.bank;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.DeclarationService;
import org.maintenancefund.collection.remittance.SlipBooking;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.collection.remittance.SlipService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slips of an area by the steps of its office: received, declared by two people, put on a slip, submitted. */
public final class ASlip {

    private final CollectedArea area;
    private final UnitId flat;
    private final ApplicationContext context;

    public ASlip(CollectedArea area, UnitId flat, ApplicationContext context) {
        this.area = area;
        this.flat = flat;
        this.context = context;
    }

    /** Of receipts of these amounts. */
    public SlipNumber of(String... amounts) {
        Stream.of(amounts).forEach(amount -> area.receive(area.payment(flat, amount)));
        Money sum =
                Money.sum(Stream.of(amounts).map(amount -> Money.parse(amount).value()));
        DeclarationService declarations = context.getBean(DeclarationService.class);
        DeclarationNumber declared = declarations.declare(
                area.id(), area.today(), new DeclarationService.Shown(amounts.length, sum), area.clerk());
        declarations.confirm(declared, 0, area.colleague());
        SlipService slips = context.getBean(SlipService.class);
        SlipNumber number = slips.draft(Set.of(declared), area.clerk());
        slips.submit(number, 0, area.clerk());
        return number;
    }

    /** 入账 by the clerk of the district. */
    public void book(SlipNumber number, World world) {
        int seen = context.getBean(JdbcClient.class)
                .sql("SELECT version FROM remittance_slip WHERE number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
        context.getBean(SlipBooking.class).book(number, seen, world.clerk());
    }

    /** How it stands: {@code ARRIVED 12678}. */
    public String state(SlipNumber number) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT state || ' ' || arrived FROM remittance_slip WHERE number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    /** The name of the company that it is of. */
    public String company(SlipNumber number) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT company FROM remittance_slip_named WHERE number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    public UUID id(SlipNumber number) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT id FROM remittance_slip WHERE number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }
}
