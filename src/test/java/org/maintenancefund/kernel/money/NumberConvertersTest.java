package org.maintenancefund.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberConvertersTest {

    private final NumberConverters.OfMoney money = new NumberConverters.OfMoney();
    private final NumberConverters.OfFloorArea area = new NumberConverters.OfFloorArea();
    private final NumberConverters.OfRate rate = new NumberConverters.OfRate();

    @Test
    void aColumnHasTheWholeNumber() {
        assertThat(money.convertToDatabaseColumn(new Money(-2_240))).isEqualTo(-2_240);
        assertThat(area.convertToDatabaseColumn(new FloorArea(8_958))).isEqualTo(8_958);
        assertThat(rate.convertToDatabaseColumn(new Rate(2_500))).isEqualTo(2_500);
    }

    @Test
    void anEntityHasTheValue() {
        assertThat(money.convertToEntityAttribute(-2_240L)).isEqualTo(new Money(-2_240));
        assertThat(area.convertToEntityAttribute(8_958L)).isEqualTo(new FloorArea(8_958));
        assertThat(rate.convertToEntityAttribute(2_500)).isEqualTo(new Rate(2_500));
    }

    @Test
    void whatIsNullStaysNull() {
        assertThat(money.convertToDatabaseColumn(null)).isNull();
        assertThat(money.convertToEntityAttribute(null)).isNull();
    }
}
