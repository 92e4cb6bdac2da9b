package org.maintenancefund.application;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.MobileNumber;

/**
 * What lists show of an application and are searched by.
 *
 * @param subject       what only one pending application may be about at a time: the area, the company …
 * @param title         the name in lists (业委会名称, 企业名称)
 * @param tag           a word beside it (正式 / 临时); null where the kind has none
 * @param street        the street it is filtered by; null where it has none
 */
@Embeddable
public record ApplicationSummary(
        @Column(name = "subject_id") UUID subject,
        String title,
        @Nullable String tag,

        @AttributeOverride(name = "value", column = @Column(name = "district_id"))
        DistrictId district,

        @Column(name = "street_id") @Nullable UUID street,
        String contactName,
        MobileNumber contactMobile) {

    /** The same about another subject. */
    public ApplicationSummary about(UUID other) {
        return new ApplicationSummary(other, title, tag, district, street, contactName, contactMobile);
    }
}
