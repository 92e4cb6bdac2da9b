package org.maintenancefund.enterprise.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** 物业服务企业查询: the list, and the same list as a spreadsheet. */
@Controller
@RequestMapping(EnterpriseListController.PATH)
class EnterpriseListController extends ListController<EnterpriseListController.Line> {

    static final String PATH = "/enterprises";

    private final Enterprises enterprises;
    private final Districts districts;
    private final EnterprisePages pages;
    private final Clock clock;

    EnterpriseListController(
            Enterprises enterprises, Districts districts, EnterprisePages pages, Exports exports, Clock clock) {
        super(exports, "enterprise/list", "enterprise.register.name");
        this.enterprises = enterprises;
        this.districts = districts;
        this.pages = pages;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(EnterpriseCard card, String district) {

        public EnterpriseView company() {
            return card.view();
        }
    }

    @Override
    protected ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("q");
        Conditions where = new Conditions()
                .equal(
                        "district_id",
                        districts
                                .seenBy(user)
                                .limit(filter)
                                .map(centre -> centre.id().value()))
                .equal("qualification", filter.one("qualification", Qualification.class))
                .constant("state", filter.one("state", EnterpriseState.class));
        return new ListPage<>(
                filter,
                enterprises
                        .list(text, where)
                        .map(found -> found.stream()
                                .map(card -> new Line(card, pages.district(card.view())))
                                .toList()));
    }

    @Override
    protected List<SheetColumn<Line>> columns() {
        return List.of(
                SheetColumn.of("enterprise.field.name", line -> line.card().name()),
                SheetColumn.of(
                        "enterprise.field.creditCode", line -> line.company().creditCode()),
                SheetColumn.of(
                        "enterprise.field.legalRepresentative",
                        line -> line.card().legalRepresentative()),
                SheetColumn.of(
                        "enterprise.field.registeredAddress",
                        line -> line.card().registeredAddress()),
                SheetColumn.of(
                        "enterprise.field.officeAddress", line -> line.card().officeAddress()),
                SheetColumn.of("enterprise.field.district", Line::district),
                SheetColumn.of(
                        "enterprise.field.contactName", line -> line.company().contactName()),
                SheetColumn.of(
                        "enterprise.field.contactMobile",
                        line -> line.company().contactMobile().masked()),
                SheetColumn.of("enterprise.field.phone", line -> line.card().phone()),
                SheetColumn.of("enterprise.field.email", line -> line.card().email()),
                SheetColumn.of(
                        "enterprise.field.qualification",
                        line -> line.company().qualification().label()),
                SheetColumn.of(
                        "enterprise.field.state", line -> line.company().state().label()),
                SheetColumn.of(
                        "enterprise.field.createdAt",
                        line -> LocalDate.ofInstant(line.card().createdAt(), clock.getZone())));
    }
}
