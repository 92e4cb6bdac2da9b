package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Visitors;

class MenuTest {

    @ParameterizedTest
    @EnumSource
    void theMenuOfARoleIsWhatTheCatalogueOpensToIt(Role role) {
        List<String> expected = new ArrayList<>();
        for (Page page : Page.values()) {
            if (page.inMenu() && page.isOpenTo(role)) {
                expected.add(page.labelFor(role));
            }
        }
        assertThat(links(menu(role, null, Map.of())).stream().map(MenuItem::label))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void headingsNestAsInTheManual() {
        List<MenuItem> menu = menu(Role.DISTRICT_STAFF, null, Map.of());
        assertThat(menu.get(0).label()).isEqualTo("工作台");
        assertThat(menu.stream().filter(MenuItem::isHeading).map(MenuItem::label))
                .containsExactly("基础信息管理", "维修资金收取", "系统管理");
        MenuItem basic = menu.get(1);
        assertThat(basic.children().get(0).label()).isEqualTo("业委会信息管理");
        assertThat(basic.children().get(0).children().get(0).label()).isEqualTo("业委会审核");
    }

    @Test
    void aHeadingWithoutPagesIsLeftOut() {
        assertThat(menu(Role.AUDITOR, null, Map.of()).stream().map(MenuItem::label))
                .doesNotContain("基础信息管理");
    }

    @Test
    void theManyLinesOfTheFundStandUnderHeadingsThatAreFoldedButTheOneWithTheOpenPage() {
        List<MenuItem> parts = fund(menu(Role.MUNICIPAL_STAFF, Page.CLOSINGS, Map.of()));
        assertThat(parts.stream().map(MenuItem::label)).containsExactly("房屋与标准", "应收与收款", "缴存", "专户、对账与结账", "公示与统计");
        assertThat(parts.stream().filter(part -> !part.folded()).map(MenuItem::label))
                .containsExactly("专户、对账与结账");
        assertThat(parts.get(3).children().stream().map(MenuItem::label))
                .containsExactly("专户与银行", "流水导入", "对账", "差异台账", "期间结账", "分录");
    }

    @Test
    void whatACompanyDoesDayByDayIsNeverFolded() {
        assertThat(fund(menu(Role.OFFICE_OPERATOR, Page.WORKBENCH, Map.of())))
                .hasSizeGreaterThan(2)
                .noneMatch(MenuItem::folded);
    }

    @Test
    void aFoldedHeadingSaysHowMuchWaitsBelowIt() {
        Map<Page, Long> waiting = Map.of(Page.MANDATE_REVIEWS, 2L, Page.CHARGE_STANDARD_REVIEWS, 3L);
        MenuItem houses =
                fund(menu(Role.DISTRICT_STAFF, Page.WORKBENCH, waiting)).get(0);
        assertThat(houses.folded()).isTrue();
        assertThat(houses.countText()).isEqualTo("5");
    }

    @Test
    void aRoleMayCallAPageByAWordOfItsOwn() {
        assertThat(Page.DIFFERENCES.labelFor(Role.DISTRICT_STAFF)).isEqualTo("差异处理");
        assertThat(Page.DIFFERENCES.labelFor(Role.MUNICIPAL_STAFF)).isEqualTo("差异台账");
        assertThat(Page.OPENING_DECISION.entryFor(Role.DISTRICT_STAFF)).isEqualTo(Page.OPENINGS);
    }

    @Test
    void theOpenPageIsMarkedAndWhatWaitsIsCounted() {
        List<MenuItem> links =
                links(menu(Role.DISTRICT_STAFF, Page.COMMITTEE_REVIEWS, Map.of(Page.COMMITTEE_REVIEWS, 1200L)));
        MenuItem reviews = links.stream().filter(MenuItem::current).findFirst().orElseThrow();
        assertThat(reviews.label()).isEqualTo("业委会审核");
        assertThat(reviews.countText()).isEqualTo("999+");
        assertThat(links.stream().filter(MenuItem::current)).hasSize(1);
    }

    @Test
    void theBreadcrumbFollowsTheMenuAndEndsWhereOneIs() {
        assertThat(Breadcrumb.of(Page.COMMITTEE_REVIEWS, null, List.of(Crumb.of("和谐花园业主委员会"))))
                .containsExactly(
                        new Crumb("首页", "/"),
                        Crumb.of("基础信息管理"),
                        Crumb.of("业委会信息管理"),
                        new Crumb("业委会审核", "/committees/reviews"),
                        Crumb.of("和谐花园业主委员会"));
        assertThat(Breadcrumb.of(Page.CENTRES, null, null)).containsExactly(new Crumb("首页", "/"), Crumb.of("区中心联系方式"));
    }

    @Test
    void aReceiptHasNoLinkToReceipts() {
        assertThat(Breadcrumb.of(Page.RECEIPT, null, List.of(Crumb.of("打印")))
                        .get(1)
                        .href())
                .isNull();
    }

    private static List<MenuItem> menu(Role role, Page current, Map<Page, Long> counts) {
        return new Menu(Visitors.user(role, false), current, counts).items();
    }

    private static List<MenuItem> fund(List<MenuItem> menu) {
        return menu.stream()
                .filter(item -> item.label().equals("维修资金收取"))
                .findFirst()
                .orElseThrow()
                .children();
    }

    private static List<MenuItem> links(List<MenuItem> items) {
        List<MenuItem> links = new ArrayList<>();
        for (MenuItem item : items) {
            if (item.isHeading()) {
                links.addAll(links(item.children()));
            } else {
                links.add(item);
            }
        }
        return links;
    }
}
