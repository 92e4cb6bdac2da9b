package org.maintenancefund.enterprise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.EnterpriseSearches;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 物业服务企业查询: the list, and the same list as a spreadsheet. */
@Controller
class EnterpriseListController {

    static final String PATH = "/enterprises";

    private final EnterpriseSearches searches;
    private final Districts districts;
    private final EnterprisePages pages;
    private final Exports exports;
    private final Clock clock;

    EnterpriseListController(
            EnterpriseSearches searches, Districts districts, EnterprisePages pages, Exports exports, Clock clock) {
        this.searches = searches;
        this.districts = districts;
        this.pages = pages;
        this.exports = exports;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(EnterpriseCard card, String district) {

        public EnterpriseView company() {
            return card.view();
        }
    }

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        list(address, user).show(model);
        return "enterprise/list";
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, "物业服务企业", list(address, user), columns());
    }

    private ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("q");
        Conditions where = new Conditions()
                .equal(
                        "district_id",
                        districts
                                .seenBy(user)
                                .limit(filter)
                                .map(centre -> centre.id().value()))
                .equal("qualification", filter.one("qualification", Qualification.class, Qualification::label))
                .constant("state", filter.one("state", EnterpriseState.class, EnterpriseState::label));
        return new ListPage<>(
                filter,
                searches.list(text, where)
                        .map(found -> found.stream()
                                .map(card -> new Line(card, pages.district(card.view())))
                                .toList()));
    }

    private List<SheetColumn<Line>> columns() {
        return List.of(
                new SheetColumn<>("企业名称", line -> line.card().name()),
                new SheetColumn<>("统一社会信用代码", line -> line.company().creditCode()),
                new SheetColumn<>("法定代表人", line -> line.card().legalRepresentative()),
                new SheetColumn<>("注册地址", line -> line.card().registeredAddress()),
                new SheetColumn<>("办公地址", line -> line.card().officeAddress()),
                new SheetColumn<>("所属区", Line::district),
                new SheetColumn<>("联系人姓名", line -> line.company().contactName()),
                new SheetColumn<>(
                        "联系人手机号码", line -> line.company().contactMobile().masked()),
                new SheetColumn<>("企业电话", line -> line.card().phone()),
                new SheetColumn<>("邮箱", line -> line.card().email()),
                new SheetColumn<>("资质", line -> line.company().qualification().label()),
                new SheetColumn<>("状态", line -> line.company().state().label()),
                new SheetColumn<>(
                        "登记日期", line -> LocalDate.ofInstant(line.card().createdAt(), clock.getZone())));
    }
}
