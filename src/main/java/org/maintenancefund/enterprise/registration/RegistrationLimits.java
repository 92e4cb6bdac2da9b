package org.maintenancefund.enterprise.registration;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.springframework.stereotype.Component;

/** Limits of 物管企业注册 as the administrator has set them. */
@Component
@RequiredArgsConstructor
class RegistrationLimits {

    private final Settings settings;

    /** 拟定经办人员 on one application. */
    int maxOperators() {
        return settings.number(Setting.ENTERPRISE_MAX_OPERATORS);
    }
}
