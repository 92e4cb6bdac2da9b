package org.maintenancefund.kernel.money;

import jakarta.persistence.Converter;
import org.maintenancefund.kernel.ColumnConverter;

/** Let entities have values of this package where their tables have whole numbers. */
final class NumberConverters {

    private NumberConverters() {}

    @Converter(autoApply = true)
    static class OfMoney extends ColumnConverter<Money, Long> {
        OfMoney() {
            super(Money::fen, Money::new);
        }
    }

    @Converter(autoApply = true)
    static class OfFloorArea extends ColumnConverter<FloorArea, Long> {
        OfFloorArea() {
            super(FloorArea::hundredths, FloorArea::new);
        }
    }

    @Converter(autoApply = true)
    static class OfRate extends ColumnConverter<Rate, Integer> {
        OfRate() {
            super(Rate::tenThousandths, Rate::new);
        }
    }
}
