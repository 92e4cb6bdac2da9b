package org.maintenancefund.disclosure.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** Which papers of a household a company sees that collected there before: those that its own organisation gave out in its months. */
@IntegrationTest
@Transactional
class FormerCollectorPapersTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperService papers;

    @Autowired
    TravellingClock clock;

    @Autowired
    Pages pages;

    private CollectedArea area;
    private UnitId flat;
    private PaperNumber own;
    private PaperNumber ofDistrict;
    private PaperNumber ofHousehold;
    private PaperNumber later;

    @BeforeEach
    void papersOfTheFirstMonthAndOneOfThis() {
        area = CollectedArea.named("旧证明苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber receipt = paid("10.00");
        own = inTheFirstMonth(() -> papers.provePayment(receipt.value(), area.clerk()));
        ofDistrict = inTheFirstMonth(() -> papers.provePayment(receipt.value(), world.clerk()));
        ofHousehold =
                inTheFirstMonth(() -> papers.provePayment(receipt.value(), flat).number());
        later = papers.provePayment(paid("2.00").value(), area.clerk());
    }

    private ReceiptNumber paid(String amount) {
        return area.receive(area.payment(flat, amount, area.first().atDay(2)));
    }

    private <T> T inTheFirstMonth(Supplier<T> work) {
        return clock.at(
                area.first().atDay(20).atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    private List<PaperNumber> seen(CurrentUser by) {
        return papers.of(flat, by).papers().stream().map(IssuedPaper::number).toList();
    }

    @Test
    void whoCollectsAndTheDistrictSeeAllOfThem() {
        for (CurrentUser reader : List.of(area.clerk(), area.colleague(), world.clerk())) {
            assertThat(seen(reader)).containsExactlyInAnyOrder(own, ofDistrict, ofHousehold, later);
        }
    }

    @Test
    void whoCollectedBeforeSeesThoseOfItsOwnOrganisationAndItsMonthsAlone() {
        area.endMandate(area.first().atEndOfMonth());

        for (CurrentUser gone : List.of(area.clerk(), area.colleague())) {
            assertThat(seen(gone)).containsExactly(own);
            assertThat(pages.get("/papers/" + own, gone)).hasStatusOk();
            for (PaperNumber other : List.of(ofDistrict, ofHousehold, later)) {
                assertThat(pages.get("/papers/" + other, gone))
                        .as(other.value())
                        .hasStatus(HttpStatus.NOT_FOUND);
            }
        }
        assertThat(seen(world.clerk())).hasSize(4);
    }
}
