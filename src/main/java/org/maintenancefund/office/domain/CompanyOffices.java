package org.maintenancefund.office.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.OrganisationTables;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseDependants;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.office.Offices.Staffed;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The offices of a company: on its page, and what rests of them while it is disabled. */
@Component
@Order(1)
@RequiredArgsConstructor
class CompanyOffices implements EnterpriseDependants, OrganisationTables {

    private final Offices all;
    private final Operators operators;
    private final Districts districts;

    @Override
    public List<SummaryRow> resting(EnterpriseId company) {
        List<OfficeView> offices = all.allOf(company);
        if (offices.isEmpty()) {
            return List.of();
        }
        Map<OrgRef, List<OperatorView>> people = people(offices);
        return List.of(EnterpriseDependants.named(
                "office.resting",
                offices.size(),
                offices.stream()
                        .map(office -> office.name() + (office.isActive() ? "" : Messages.of("office.table.disabled"))
                                + "：" + names(people.getOrDefault(office.id().ref(), List.of())))
                        .toList()));
    }

    @Override
    public List<RecordTable> tables(OrgRef company, CurrentUser reader) {
        if (company.type() != OrgType.ENTERPRISE) {
            return List.of();
        }
        List<Staffed> offices = all.staffedOf(EnterpriseId.of(company));
        List<Row> rows = offices.stream()
                .limit(RecordTable.MOST)
                .map(staffed -> row(staffed.office(), staffed.people(), reader))
                .toList();
        return List.of(RecordTable.of("office.table", rows, offices.size()));
    }

    private Row row(OfficeView office, int people, CurrentUser reader) {
        boolean open = reader.sees(office.details().district());
        return Row.of(
                Cell.of(office.name()).to(open ? "/offices/" + office.id() : null),
                Cell.of(districts.get(office.details().district()).name()),
                Cell.of(office.details().head()),
                Cell.of(office.details().contactName())
                        .under(office.details().contactMobile().masked()),
                Cell.of(Messages.of("office.table.people", people)),
                Cell.tag(office.isActive() ? "ok" : "off", office.state().label()));
    }

    private Map<OrgRef, List<OperatorView>> people(List<OfficeView> offices) {
        return operators.of(
                OrgType.OFFICE,
                offices.stream().map(office -> office.id().ref()).toList());
    }

    private static String names(List<OperatorView> people) {
        List<OperatorView> inUse = inUse(people);
        return inUse.isEmpty()
                ? Messages.of("office.table.nobody")
                : Messages.of(
                        "office.table.users",
                        inUse.size(),
                        inUse.stream()
                                .map(person -> person.personName() + " " + person.username())
                                .collect(Collectors.joining("、")));
    }

    private static List<OperatorView> inUse(List<OperatorView> people) {
        return people.stream().filter(OperatorView::isInUse).toList();
    }
}
