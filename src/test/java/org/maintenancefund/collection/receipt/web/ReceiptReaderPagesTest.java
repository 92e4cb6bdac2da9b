package org.maintenancefund.collection.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.unit.UnitId;
import org.springframework.transaction.annotation.Transactional;

/** Who reads receipts, and how much the pages ask. */
@IntegrationTest
@Transactional
class ReceiptReaderPagesTest extends PagesOfReceipts {

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    @Test
    void whoSeesOnlyHasNoButtonsAndNoForms() {
        UnitId flat = area.flat("101");
        ReceiptNumber number = paid(flat, "amount", "5");

        for (CurrentUser reader : List.of(world.clerk(), world.municipal(), auditor())) {
            assertThat(pages.open("/collection/receipts?text=缴清", reader).select("td.card-title"))
                    .as(reader.role().name())
                    .hasSize(1);
            assertThat(pages.open(list, reader).select("a[href$=/counter]")).isEmpty();
            assertThat(pages.open(list + "/summary", reader).text()).contains("5.00");
            assertThat(pages.open(path(number), reader).select("form[action*=/collection/], a[href$=/reversal]"))
                    .isEmpty();
            assertThat(pages.open(path(number, "/paper"), reader).text()).contains(number.toString());
            assertThat(pages.get(list + "/export", reader)).hasStatus(200);
            for (String entry : List.of(counter, at(flat), path(number, "/reversal"))) {
                assertThat(pages.get(entry, reader)).as(entry).hasStatus(403);
                assertThat(pages.post(entry, reader, Map.of())).as(entry).hasStatus(403);
            }
        }
        CurrentUser committee = world.personOf(area.managed().committee());
        for (String page : List.of("/collection/receipts", list, path(number), counter)) {
            assertThat(pages.get(page, committee)).as(page).hasStatus(403);
        }
    }

    @Test
    void forStrangersThereIsNothing() {
        UnitId flat = area.flat("101");
        ReceiptNumber number = paid(flat, "amount", "5");
        CollectedArea other = CollectedArea.named("别缴苑", world, context);

        for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany(), world.clerkElsewhere())) {
            for (String page :
                    List.of(list, list + "/export", list + "/summary", path(number), path(number, "/paper"))) {
                assertThat(pages.get(page, stranger)).as(page).hasStatus(404);
            }
        }
        for (String entry : List.of(counter, at(flat), path(number, "/reversal"))) {
            assertThat(pages.get(entry, other.clerk())).as(entry).hasStatus(404);
        }
        assertThat(pages.post(at(flat), other.clerk(), form(flat, "amount", "5")))
                .hasStatus(404);
        assertThat(pages.post(path(number, "/reversal"), other.clerk(), Map.of("reason", "登记错户")))
                .hasStatus(404);
        assertThat(pages.post(path(number, "/fiscal"), other.clerk(), Map.of("fiscalNumber", "1", "version", "0")))
                .hasStatus(404);
        assertThat(pages.post(path(number, "/reversal/confirm"), other.clerk(), Map.of("proposal", flat.toString())))
                .hasStatus(404);
    }

    @Test
    void whoseMandateHasEndedReadsItsMonthsAndDoesNothing() {
        UnitId flat = area.flat("101");
        ReceiptNumber before =
                paid(flat, "amount", "5", "day", area.first().atDay(2).toString());
        ReceiptNumber later = paid(flat, "amount", "7");
        area.endMandate(area.first().atEndOfMonth());

        assertThat(pages.open(list, area.clerk()).select("td.card-title").eachText())
                .containsExactly(before.toString());
        assertThat(pages.open(list, area.clerk()).select("a[href$=/counter]")).isEmpty();
        assertThat(pages.get(path(before), area.clerk())).hasStatus(200);
        assertThat(pages.get(path(later), area.clerk())).hasStatus(404);
        assertThat(pages.get(counter, area.clerk())).hasStatus(404);
        assertThat(pages.get(path(before, "/reversal"), area.clerk())).hasStatus(404);
        assertThat(pages.open(list, world.clerk()).select("td.card-title")).hasSize(2);
    }

    @Test
    void pagesAskAHandfulOfTimesWhateverTheirRows() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = paid(flat);
        Map<String, Integer> before = asked(flat, number);
        for (int i = 0; i < 15; i++) {
            area.receive(area.payment(flat, "1.0" + i % 10));
        }

        assertThat(asked(flat, number)).isEqualTo(before);
        // With what waits for the header, which a running system counts every half minute only.
        assertThat(before.values()).allMatch(times -> times <= 18);
    }
}
