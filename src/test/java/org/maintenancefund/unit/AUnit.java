package org.maintenancefund.unit;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.money.FloorArea;

/** What a unit is registered with: {@code AUnit.at("1 栋", "101").of("89.58").paidBy("王建国").told()}. */
public record AUnit(
        UnitPlace place,
        YearMonth from,
        UnitFacts facts,
        @Nullable Payer payer) {

    /** A flat of 89.58 ㎡ with a lift, sold, delivered, from January 2026 on, of 王建国. */
    public static AUnit at(String building, String door) {
        return new AUnit(
                new UnitPlace(building, "", null, door),
                YearMonth.of(2026, 1),
                new UnitFacts(
                        new FloorArea(89_58),
                        AreaSource.REGISTER,
                        UnitUse.RESIDENTIAL,
                        true,
                        true,
                        true,
                        LocalDate.of(2025, 12, 20),
                        null),
                owner("王建国"));
    }

    public static Payer owner(String name) {
        return new Payer(PayerKind.OWNER, name, new MobileNumber("13900001234"));
    }

    public static Payer developer(String name) {
        return new Payer(PayerKind.DEVELOPER, name, null);
    }

    public AUnit inEntrance(String entrance) {
        return new AUnit(new UnitPlace(place.building(), entrance, place.floor(), place.door()), from, facts, payer);
    }

    public AUnit of(String squareMetres) {
        return with(new UnitFacts(
                FloorArea.parse(squareMetres).value(),
                facts.source(),
                facts.use(),
                facts.lift(),
                facts.liable(),
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom()));
    }

    public AUnit usedFor(UnitUse use) {
        return with(new UnitFacts(
                facts.floorArea(),
                facts.source(),
                use,
                facts.lift(),
                facts.liable(),
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom()));
    }

    /** The same before anybody has bought it. */
    public AUnit unsold() {
        return with(new UnitFacts(
                facts.floorArea(),
                facts.source(),
                facts.use(),
                facts.lift(),
                facts.liable(),
                false,
                null,
                facts.chargedFrom()));
    }

    /** The same where nobody has to pay for it. */
    public AUnit exempt() {
        return with(new UnitFacts(
                facts.floorArea(),
                facts.source(),
                facts.use(),
                facts.lift(),
                false,
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom()));
    }

    public AUnit deliveredOn(LocalDate day) {
        return with(new UnitFacts(
                facts.floorArea(),
                facts.source(),
                facts.use(),
                facts.lift(),
                facts.liable(),
                facts.sold(),
                day,
                facts.chargedFrom()));
    }

    public AUnit paidBy(@Nullable Payer other) {
        return new AUnit(place, from, facts, other);
    }

    private AUnit with(UnitFacts other) {
        return new AUnit(place, from, other, payer);
    }

    public NewUnit told() {
        return new NewUnit(place, from, facts, payer, "不动产登记簿");
    }
}
