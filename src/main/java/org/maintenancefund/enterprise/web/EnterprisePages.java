package org.maintenancefund.enterprise.web;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseDependants;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.organisation.Organisations.Suspension;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Companies in the words of the pages. */
@Component
@RequiredArgsConstructor
class EnterprisePages {

    private final Districts districts;
    private final Operators operators;
    private final Organisations organisations;
    private final ObjectProvider<EnterpriseDependants> dependants;

    /** The name of its district; a qualified company may have none yet. */
    String district(EnterpriseView company) {
        return company.district() == null
                ? Messages.of("enterprise.district.none")
                : districts.get(company.district()).name();
    }

    /** All that is on record; the contact's full mobile for who reviews. */
    List<SummaryRow> rows(EnterpriseView company, boolean fullMobile) {
        return List.of(
                row("name", company.name()),
                row("creditCode", company.creditCode()),
                row("legalRepresentative", company.legalRepresentative()),
                row("registeredAddress", company.registeredAddress()),
                row("officeAddress", officeAddress(company)),
                row("district", district(company)),
                row("contactName", company.contactName()),
                row(
                        "contactMobile",
                        fullMobile
                                ? company.contactMobile()
                                : company.contactMobile().masked()),
                row("phone", company.phone()),
                row("email", company.email()),
                row("qualification", company.qualification().label()),
                row("createdAt", Times.day(company.createdAt())));
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("enterprise.field." + field), value);
    }

    private static String officeAddress(EnterpriseView company) {
        return company.officeAddress().isEmpty() && !company.registeredAddress().isEmpty()
                ? Messages.of("enterprise.office-address.same")
                : company.officeAddress();
    }

    /** What 停用 keeps from working, and 启用 brings back: people, offices and theirs, associations. */
    List<SummaryRow> consequences(EnterpriseId id) {
        List<OperatorView> people =
                operators.of(id.ref()).stream().filter(OperatorView::isInUse).toList();
        List<SummaryRow> rows = new ArrayList<>();
        if (!people.isEmpty()) {
            rows.add(EnterpriseDependants.named(
                    "enterprise.users",
                    people.size(),
                    people.stream()
                            .map(person -> person.personName() + " " + person.username())
                            .toList()));
        }
        dependants.orderedStream().forEach(part -> rows.addAll(part.resting(id)));
        return rows;
    }

    /** The application that it comes from, which its district's people can open; no table where it was entered otherwise. */
    List<RecordTable> registration(EnterpriseView company, CurrentUser reader) {
        ApplicationNumber number = company.registeredBy();
        if (number == null) {
            return List.of();
        }
        Row row = Row.of(
                Cell.of(number).to(reader.is(Role.DISTRICT_STAFF) ? "/enterprises/reviews/" + number : null),
                Cell.tag("ok", Messages.of("enterprise.registrations.approved")),
                Cell.of(Messages.of(
                        company.codeAccepted()
                                ? "enterprise.registrations.compared"
                                : "enterprise.registrations.checked")));
        return List.of(RecordTable.of("enterprise.registrations", List.of(row), 1));
    }

    /** 停用原因, and who did it when; null where the company is in use. */
    @Nullable
    String suspension(EnterpriseView company) {
        return company.isActive()
                ? null
                : organisations
                        .suspension(company.id().ref())
                        .map(EnterprisePages::suspension)
                        .orElse(null);
    }

    private static String suspension(Suspension suspension) {
        String who = Messages.of("enterprise.suspended", suspension.byName(), Times.minute(suspension.since()));
        return suspension.reason().isEmpty() ? who : Messages.of("enterprise.suspended.why", who, suspension.reason());
    }
}
