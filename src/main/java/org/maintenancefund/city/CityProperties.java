package org.maintenancefund.city;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.maintenancefund.kernel.DateRange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the configuration says of its city, {@code app.city.*}. The names and the telephone of the municipal centre are
 * {@link Setting}s.
 *
 * @param name          云州市
 * @param holidays      public holidays as ranges ({@code 2026-10-01/2026-10-07}) or single days, for years that were not put
 *                      in under 节假日与参数
 * @param extraWorkdays Saturdays and Sundays of those years that are worked in exchange (调休)
 * @param remembered    after so long another instance's change of settings and holidays is felt at the latest
 */
@Validated
@ConfigurationProperties("app.city")
public record CityProperties(
        @NotBlank @DefaultValue("云州市") String name,
        @NotNull @DefaultValue List<DateRange> holidays,
        @NotNull @DefaultValue Set<LocalDate> extraWorkdays,
        @NotNull @DefaultValue("20s") Duration remembered) {

    public CityProperties {
        holidays = List.copyOf(holidays);
        extraWorkdays = Set.copyOf(extraWorkdays);
    }
}
