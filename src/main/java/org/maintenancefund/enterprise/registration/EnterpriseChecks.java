package org.maintenancefund.enterprise.registration;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.enterprise.EnterpriseSearch;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.SystemCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 系统比对 of 物管企业注册. */
@Component
class EnterpriseChecks {

    private static final List<String> COMMON =
            List.of("有限责任公司", "股份有限公司", "有限公司", "物业管理", "物业服务", "城市服务", "生活服务", "物业");

    private final Enterprises enterprises;
    private final RegistrationProperties limits;
    private final JdbcClient jdbc;

    EnterpriseChecks(Enterprises enterprises, RegistrationProperties limits, JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.limits = limits;
        this.jdbc = jdbc;
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
        checks.add(name(number, details));
        checks.add(phone(number, details));
        if (details.operators().size() < limits.normOperators()) {
            checks.add(SystemCheck.look(
                    "拟定经办人员只有 " + details.operators().size() + " 人，建议每个单位至少 " + limits.normOperators() + " 人"));
        }
        return checks;
    }

    /** Names that differ only in what all names have: 云州江滨物业管理有限公司, 云州市江滨物业服务有限公司. */
    private SystemCheck name(ApplicationNumber number, EnterpriseDetails details) {
        String core = core(details.name());
        List<String> near = core.length() < 2
                ? List.of()
                : enterprises.search(new EnterpriseSearch(core, null, null, null, Cursor.start())).items().stream()
                        .filter(company -> !company.creditCode().equals(details.code()))
                        .map(EnterpriseView::name)
                        .filter(name -> core(name).equals(core))
                        .limit(5)
                        .toList();
        return near.isEmpty()
                ? SystemCheck.good("没有名称相近的企业")
                : SystemCheck.look("有名称相近的企业：" + String.join("、", near) + "，请确认不是重复注册");
    }

    private static String core(String name) {
        String core = ChineseText.fold(name).replaceAll("[（(].*?[）)]", "").replaceFirst("^(.{2,3}?)市", "$1");
        for (String word : COMMON) {
            core = core.replace(word, "");
        }
        return core;
    }

    private SystemCheck phone(ApplicationNumber number, EnterpriseDetails details) {
        List<String> others = jdbc.sql(
                        "SELECT name FROM enterprise WHERE contact_mobile = :mobile AND credit_code <> :code"
                                + " UNION SELECT title FROM application WHERE contact_mobile = :mobile AND status = 'PENDING'"
                                + " AND number <> :number LIMIT 5")
                .param("mobile", details.contactMobile())
                .param("code", details.creditCode())
                .param("number", number.value())
                .query(String.class)
                .list();
        return others.isEmpty()
                ? SystemCheck.good("联系人手机号码没有在其他单位登记")
                : SystemCheck.look("联系人手机号码也登记在：" + String.join("、", others));
    }
}
