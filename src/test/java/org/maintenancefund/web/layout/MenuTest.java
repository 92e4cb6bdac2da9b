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
