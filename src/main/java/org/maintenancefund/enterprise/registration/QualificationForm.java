package org.maintenancefund.enterprise.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Option;

/**
 * The first question of 物管企业注册.
 *
 * @param qualified yes or no; null while it is not answered
 */
record QualificationForm(@Nullable String qualified) {

    static final String YES = "yes";
    static final String NO = "no";

    static final List<Option> OPTIONS =
            List.of(Option.of(YES, "有", "企业的人员已在使用市物业管理信息系统的账号"), Option.of(NO, "无", "在本系统注册，由所属区的区中心审核"));
}
