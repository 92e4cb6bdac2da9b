package org.maintenancefund.enterprise.registration;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseTables;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The application a company comes from, on its page; its district's people can open it. */
@Component
@Order(3)
class RegistrationTable implements EnterpriseTables {

    private final EnterpriseOrigins origins;

    RegistrationTable(EnterpriseOrigins origins) {
        this.origins = origins;
    }

    @Override
    public List<RecordTable> tables(EnterpriseId company, CurrentUser reader) {
        boolean reviews = reader.is(Role.DISTRICT_STAFF);
        List<Row> rows = origins.originOf(company).stream()
                .map(origin -> Row.of(
                        Cell.of(origin.number()).to(reviews ? "/enterprises/reviews/" + origin.number() : null),
                        Cell.tag("ok", "已通过"),
                        Cell.of(origin.codeAccepted() ? "校验不通过，已核对营业执照原件" : "校验通过")))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(RecordTable.of("注册申请", List.of("受理编号", "状态", "统一社会信用代码"), rows, "没有注册申请。"));
    }
}
