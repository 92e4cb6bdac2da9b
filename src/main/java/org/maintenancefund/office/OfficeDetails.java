package org.maintenancefund.office;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;

/**
 * What an enterprise writes down about an office of its own.
 *
 * @param name        管理处名称, unique in the enterprise
 * @param district    所属区: the centre that creates its users
 * @param head        负责人
 * @param dutyPhone   值班电话, or null
 * @param repairPhone 报修电话, or null
 * @param remark      备注, or empty
 */
public record OfficeDetails(
        String name,
        DistrictId district,
        String address,
        PersonName head,
        PersonName contactName,
        MobileNumber contactMobile,
        @Nullable PhoneNumber dutyPhone,
        @Nullable PhoneNumber repairPhone,
        String remark) {}
