package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.disclosure.balance.LowBalances;
import org.maintenancefund.disclosure.paper.PaperWorld;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * 余额不足三成: of five flats, of one nobody knows what it began with, one has exactly 30 % of it, one a fen less, one hardly anything, and the
 * last had little and has been paid in for since.
 */
@IntegrationTest
@Transactional
class LowBalancesTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    AnOpening openings;

    @Autowired
    LowBalances balances;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private CollectedArea area;

    @BeforeEach
    void fiveFlats() {
        // Where a city has one district, everybody sees it as its own people do.
        world.otherDistrict();
        PaperWorld books = new PaperWorld("三成苑", world, context);
        area = books.area();
        openings.begun(area.managed(), "7200.00");
        entered("101", null, "100.00");
        entered("102", "8000.00", "2400.00");
        entered("103", "8000.00", "2399.99");
        entered("104", "8000.00", "0.01");
        UnitId paid = entered("105", "8000.00", "2300.00");
        openings.checked(area.managed(), area.managed().ofCompany());
        openings.approved(area.managed(), world.clerk());
        books.booked(paid, area.today(), "2400.00");
        entities.flush();
        balances.count();
    }

    private UnitId entered(String door, String original, String balance) {
        UnitId unit = area.flat(door);
        openings.entered(area.managed(), unit, original, balance);
        return unit;
    }

    private List<String> figures(CurrentUser by, String path, String label) {
        return row(by, path, label).select("td").eachText();
    }

    private Element row(CurrentUser by, String path, String label) {
        return pages.open(path, by).select("section[aria-labelledby=table-balances] tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lessThanThirtyPercentIsCountedAndListedHouseholdByHousehold() {
        String path = "/collection/statistics?tab=balances";
        assertThat(figures(world.clerk(), path, "三成苑")).containsExactly("5", "4", "2", "50%");
        assertThat(figures(world.clerk(), path, "合计")).containsExactly("5", "4", "2", "50%");
        assertThat(figures(world.municipal(), path, world.district().name())).containsExactly("5", "4", "2", "50%");

        for (CurrentUser by : List.of(world.clerk(), world.municipal())) {
            String label =
                    by.districtIfAny().isPresent() ? "三成苑" : world.district().name();
            Element link = row(by, path, label).selectFirst("a");
            Document list = pages.open(link.attr("href"), by);
            assertThat(list.select(".list-bar p strong").text()).isEqualTo(link.text());
            assertThat(list.select("td[data-label=房屋]").eachText()).containsExactly("1 栋 103", "1 栋 104");
            assertThat(list.select("td[data-label=余额占首期原值]").eachText()).containsExactly("29%", "0%");
            assertThat(pages.open(list.selectFirst("tbody a").attr("href"), by).text())
                    .contains("103");
        }
        assertThat(Sheets.rows(pages.get("/collection/low-balances/export", world.clerk())))
                .hasSize(3)
                .element(1)
                .satisfies(row -> assertThat(row).contains("三成苑", "8000.00", "2399.99", "29"));
    }

    @Test
    void aNumberAndItsListAreOfTheSameMomentUntilTheNextNight() {
        assertThat(pages.open("/collection/low-balances", world.clerk()).text()).contains("统计于");
        assertThat(pages.open("/collection/low-balances", world.clerkElsewhere())
                        .select("tbody tr"))
                .isEmpty();
        assertThat(pages.get("/collection/low-balances", area.clerk())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(jdbc.sql("SELECT count(*) FROM low_balance l WHERE l.area_id = :area")
                        .param("area", area.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
