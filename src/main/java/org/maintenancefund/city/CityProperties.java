package org.maintenancefund.city;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.DateRange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the system must know about its city, {@code app.city.*}.
 *
 * @param name              云州市
 * @param bureauName        the authority in charge, in the header and the footer
 * @param centreName        the municipal centre
 * @param sectionName       its section that keeps the property areas true (归集使用科)
 * @param phone             that section's telephone
 * @param officeHours       when telephones are answered
 * @param holidays          public holidays as ranges ({@code 2026-10-01/2026-10-07}) or single days
 * @param extraWorkdays     Saturdays and Sundays that are worked in exchange (调休)
 */
@Validated
@ConfigurationProperties("app.city")
public record CityProperties(
        @NotBlank @DefaultValue("云州市") String name,
        @NotBlank @DefaultValue("云州市住房和城乡建设局") String bureauName,
        @NotBlank @DefaultValue("云州市物业专项维修资金管理中心") String centreName,
        @NotBlank @DefaultValue("归集使用科") String sectionName,
        @NotBlank @DefaultValue("0000-88006600") String phone,

        @NotBlank @DefaultValue("工作日 9:00–12:00，14:00–17:30")
        String officeHours,

        @NotNull @DefaultValue List<DateRange> holidays,
        @NotNull @DefaultValue Set<LocalDate> extraWorkdays) {

    public CityProperties {
        holidays = List.copyOf(holidays);
        extraWorkdays = Set.copyOf(extraWorkdays);
    }

    /** As it stands under lists of telephones: 市管理中心归集使用科. */
    public String sectionLabel() {
        return OrgType.MUNICIPAL_CENTRE.label() + sectionName;
    }
}
