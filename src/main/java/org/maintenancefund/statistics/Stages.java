package org.maintenancefund.statistics;

import org.maintenancefund.kernel.money.Money;

/** The four stages of the same months and places: billed by the month of the bill, the others by the day on which they happened. */
public record Stages(Money billed, Money collected, Money remitted, Money booked) {

    static final Stages NONE = new Stages(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    Stages plus(Stages other) {
        return new Stages(
                billed.plus(other.billed),
                collected.plus(other.collected),
                remitted.plus(other.remitted),
                booked.plus(other.booked));
    }

    boolean isNothing() {
        return equals(NONE);
    }

    public Money of(CollectionStage stage) {
        return switch (stage) {
            case BILLED -> billed;
            case COLLECTED -> collected;
            case REMITTED -> remitted;
            case BOOKED -> booked;
        };
    }
}
