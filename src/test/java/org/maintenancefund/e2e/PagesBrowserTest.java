package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A look at pages that no walk of its own passes, with the demo city's people at both widths. */
@Lengthy
@DemoCityTest
class PagesBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    PropertyAreas areas;

    @ParameterizedTest
    @EnumSource
    void pagesForStrangers(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            look(visitor, width, "report-new", "/area-reports/new?kind=SPLIT&name=和谐花园");
            look(visitor, width, "company-question", "/register/enterprise");
            look(visitor, width, "company-form", "/register/enterprise/form");
            look(visitor, width, "privacy", "/privacy");
            look(visitor, width, "accessibility", "/accessibility");
            look(visitor, width, "manual", "/help/manual");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfTheMunicipalCentre(Width width) {
        List<AreaView> two = areas.search(AreaSearch.of("一期")).items().subList(0, 2);
        String chosen = "?area=" + two.get(0).id() + "&area=" + two.get(1).id();
        try (Visitor visitor = signedIn(width, "demo-municipal")) {
            look(visitor, width, "areas", "/areas?q=花园");
            look(visitor, width, "area", "/areas/" + two.get(0).id());
            look(visitor, width, "area-rename", "/areas/" + two.get(0).id() + "/rename");
            look(visitor, width, "merge-choose", "/areas/merge" + chosen + "&q=和谐");
            look(visitor, width, "merge-compare", "/areas/merge/compare" + chosen);
            look(visitor, width, "import", "/areas/import");
            look(visitor, width, "reports", "/area-reports");
            look(visitor, width, "committees", "/committees");
            look(visitor, width, "operators-read", "/operators");
            look(visitor, width, "notice-delete", first(visitor, "/manage/notices?status=DRAFT") + "/delete");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfADistrict(Width width) {
        try (Visitor visitor = signedIn(width, "demo-district")) {
            look(visitor, width, "operators", "/operators");
            visitor.page().locator("td.card-title a").first().click();
            see(visitor, "operator-" + width);
            look(visitor, width, "committee-list", "/committees");
            visitor.page().locator("td.card-title a").first().click();
            see(visitor, "committee-" + width);
            visitor.follow("登记信息变更");
            see(visitor, "committee-change-" + width);
            look(visitor, width, "change-reviews", "/committees/changes/reviews");
            look(visitor, width, "company-reviews", "/enterprises/reviews");
            look(visitor, width, "matches", "/enterprises/matches");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfADistrictAboutSinglePeople(Width width) {
        try (Visitor visitor = signedIn(width, "demo-district")) {
            look(visitor, width, "people-wanted", "/operators/new");
            String operator = first(visitor, "/operators?q=demo-committee");
            for (String deed : List.of("edit", "disable", "reset")) {
                look(visitor, width, "operator-" + deed, operator + "/" + deed);
            }
            look(visitor, width, "receipt-code", first(visitor, "/committees/reviews?tab=pending") + "/receipt-code");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfACompany(Width width) {
        try (Visitor visitor = signedIn(width, "demo-enterprise")) {
            String office = first(visitor, "/my/offices");
            look(visitor, width, "my-office", office);
            for (String deed : List.of("edit", "disable", "delete")) {
                look(visitor, width, "my-office-" + deed, office + "/" + deed);
            }
            look(visitor, width, "my-area", first(visitor, "/my/areas"));
            String pending = link(visitor, "/areas/applications", "#applications tr:has-text('云栖雅筑') .card-title a");
            look(visitor, width, "own-withdraw", pending + "/withdraw");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfTheAuditor(Width width) {
        try (Visitor visitor = signedIn(width, "demo-auditor")) {
            look(visitor, width, "audit", "/audit");
            look(visitor, width, "audit-entry", link(visitor, "/audit", "tbody .card-actions a"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfTheAdministratorAndTheCommittee(Width width) {
        try (Visitor visitor = signedIn(width, "demo-admin")) {
            look(visitor, width, "staff", "/staff");
            look(visitor, width, "staff-new", "/staff/new");
            look(visitor, width, "shared-credentials", "/shared-credentials");
        }
        try (Visitor visitor = signedIn(width, "demo-committee")) {
            look(visitor, width, "my-committee", "/my/committee");
            look(visitor, width, "my-committee-change", "/my/committee/change");
        }
    }

    private Visitor signedIn(Width width, String username) {
        Visitor visitor = Browser.visitor(port, width);
        visitor.signIn(username, DemoStep.PASSWORD);
        assertThat(visitor.heading()).isEqualTo("工作台");
        return visitor;
    }

    /** The address of the first record of a list. */
    private static String first(Visitor visitor, String list) {
        return link(visitor, list, "tbody .card-title a");
    }

    /** Where the first such link of a page leads. */
    private static String link(Visitor visitor, String page, String link) {
        visitor.open(page);
        return visitor.page().locator(link).first().getAttribute("href");
    }

    private static void look(Visitor visitor, Width width, String picture, String path) {
        assertThat(visitor.open(path)).as(path).isEqualTo(200);
        see(visitor, picture + "-" + width);
    }
}
