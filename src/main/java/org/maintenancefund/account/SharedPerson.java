package org.maintenancefund.account;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;

/**
 * A person of a qualified company, as the city's 物业管理信息系统 has them: already read, in our spelling. Only people of the
 * configured group are ones.
 *
 * @param username     用户名, normalised as {@link Username#normalise}
 * @param mobile       手机号码; null where the directory has none that can be read
 * @param creditCode   统一社会信用代码 of the company; well-formed, its check characters may not hold
 * @param districtName name of the district as the directory writes it; null where it has none
 * @param districtCode the directory's code of the district; null where it has none
 * @param disabled     true where the account is switched off there
 */
public record SharedPerson(
        String username,
        PersonName personName,
        @Nullable MobileNumber mobile,
        CreditCode creditCode,
        String companyName,
        @Nullable String districtName,
        @Nullable String districtCode,
        boolean disabled) {}
