package org.maintenancefund.enterprise.web;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseDependants;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.organisation.Suspension;
import org.maintenancefund.web.SummaryRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Companies in the words of the pages. */
@Component
class EnterprisePages {

    private final Districts districts;
    private final Operators operators;
    private final ObjectProvider<EnterpriseDependants> standing;

    EnterprisePages(Districts districts, Operators operators, ObjectProvider<EnterpriseDependants> standing) {
        this.districts = districts;
        this.operators = operators;
        this.standing = standing;
    }

    /** The name of its district; a qualified company may have none yet. */
    String district(EnterpriseView company) {
        return company.district() == null
                ? "未选择"
                : districts.get(company.district()).name();
    }

    /** All that is on record; the contact's full mobile for who reviews. */
    List<SummaryRow> rows(EnterpriseCard card, boolean fullMobile) {
        EnterpriseView company = card.view();
        return List.of(
                SummaryRow.of("企业名称", company.name()),
                SummaryRow.of("统一社会信用代码", company.creditCode()),
                SummaryRow.of("法定代表人", card.legalRepresentative()),
                SummaryRow.of("注册地址", card.registeredAddress()),
                SummaryRow.of("办公地址", officeAddress(card)),
                SummaryRow.of("所属区", district(company)),
                SummaryRow.of("联系人姓名", company.contactName()),
                SummaryRow.of(
                        "联系人手机号码",
                        fullMobile
                                ? company.contactMobile()
                                : company.contactMobile().masked()),
                SummaryRow.of("企业电话", card.phone()),
                SummaryRow.of("邮箱", card.email()),
                SummaryRow.of("资质", company.qualification().label()),
                SummaryRow.of("登记日期", Times.day(card.createdAt())));
    }

    private static String officeAddress(EnterpriseCard card) {
        return card.officeAddress().isEmpty() && !card.registeredAddress().isEmpty() ? "同注册地址" : card.officeAddress();
    }

    /** What 停用 keeps from working, and 启用 brings back: people, offices and theirs, associations. */
    List<SummaryRow> consequences(EnterpriseId id) {
        List<OperatorView> people = operators.of(id.ref()).stream()
                .filter(person -> person.state() != OperatorState.DISABLED)
                .toList();
        List<SummaryRow> rows = new ArrayList<>();
        if (!people.isEmpty()) {
            rows.add(EnterpriseDependants.named(
                    "本企业的用户",
                    "位",
                    people.size(),
                    people.stream()
                            .map(person -> person.personName() + " " + person.username())
                            .toList()));
        }
        standing.orderedStream().forEach(part -> rows.addAll(part.resting(id)));
        return rows;
    }

    /** 停用原因, and who did it when. */
    String suspension(Suspension suspension) {
        String who = suspension.byName() + "，" + Times.minute(suspension.since()) + " 停用。";
        return suspension.reason().isEmpty() ? who : who + "原因：" + suspension.reason();
    }
}
