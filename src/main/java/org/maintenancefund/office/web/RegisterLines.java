package org.maintenancefund.office.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.office.OfficeView;
import org.springframework.stereotype.Component;

/** Offices together with their companies: one more question for a whole page of them. */
@Component
class RegisterLines {

    private final Enterprises enterprises;
    private final OfficePages pages;

    RegisterLines(Enterprises enterprises, OfficePages pages) {
        this.enterprises = enterprises;
        this.pages = pages;
    }

    /** A line of 小区管理处查询. */
    record Line(OfficeView office, String district, List<String> areas, EnterpriseView company) {

        /** Why the office does nothing though it is active itself. */
        public boolean rests() {
            return !company.isActive();
        }
    }

    Slice<Line> of(Slice<OfficeView> offices) {
        Map<EnterpriseId, EnterpriseView> companies =
                enterprises
                        .views(offices.items().stream()
                                .map(OfficeView::enterprise)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(EnterpriseView::id, Function.identity()));
        List<Line> lines = pages.lines(offices.items()).stream()
                .map(line -> new Line(
                        line.office(),
                        line.district(),
                        line.areas(),
                        Objects.requireNonNull(companies.get(line.office().enterprise()))))
                .toList();
        return new Slice<>(lines, offices.previous(), offices.next());
    }

    /** Whether the reader may open the page of a company; another district's doesn't exist for them. */
    static boolean opens(EnterpriseView company, CurrentUser reader) {
        return reader.districtIfAny().map(own -> own.equals(company.district())).orElse(true);
    }
}
