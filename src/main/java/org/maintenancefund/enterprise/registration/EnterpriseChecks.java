package org.maintenancefund.enterprise.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.MobileUses;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NameList;
import org.springframework.stereotype.Component;

/** 系统比对 of 物管企业注册. */
@Component
class EnterpriseChecks {

    private final Enterprises enterprises;
    private final NearCompanies near;
    private final EnterpriseOrigins origins;
    private final MobileUses mobiles;
    private final PhoneCheck phones;
    private final RegistrationProperties limits;

    EnterpriseChecks(
            Enterprises enterprises,
            NearCompanies near,
            EnterpriseOrigins origins,
            MobileUses mobiles,
            PhoneCheck phones,
            RegistrationProperties limits) {
        this.enterprises = enterprises;
        this.near = near;
        this.origins = origins;
        this.mobiles = mobiles;
        this.phones = phones;
        this.limits = limits;
    }

    List<SystemCheck> of(ApplicationNumber number, EnterpriseDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(
                details.code().doubt().isPresent()
                        ? SystemCheck.look("统一社会信用代码校验不通过，申请人已对照营业执照。核对原件无误时可以通过，须在内部备注写明理由")
                        : SystemCheck.good("统一社会信用代码校验通过"));
        checks.add(
                enterprises.isKnownQualified(details.code())
                        ? SystemCheck.look("该企业已有物业管理信息系统的共享账号，不应在本系统注册")
                        : SystemCheck.good("不在有资质企业之列"));
        List<String> names = near.of(number, details);
        checks.add(
                names.isEmpty()
                        ? SystemCheck.good("没有名称相近的企业")
                        : SystemCheck.look("有名称相近的企业：" + NameList.of(names, NearCompanies.MOST) + "，请确认不是重复注册"));
        checks.add(phone(number, details));
        if (details.operators().size() < limits.normOperators()) {
            checks.add(SystemCheck.look(
                    "拟定经办人员只有 " + details.operators().size() + " 人，建议每个单位至少 " + limits.normOperators() + " 人"));
        }
        return checks;
    }

    private SystemCheck phone(ApplicationNumber number, EnterpriseDetails details) {
        MobileNumber mobile = new MobileNumber(details.contactMobile());
        Map<OrgRef, String> uses = mobiles.of(mobile);
        origins.enterpriseOf(number).ifPresent(own -> uses.remove(own.ref()));
        return phones.of(number, mobile, uses.values());
    }
}
