package org.maintenancefund.disclosure.publication.web;

import java.util.List;
import org.maintenancefund.disclosure.publication.PublicationFigures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;

/** The figures of a publication in the order of the page and of the paper. */
final class PublicationRows {

    private PublicationRows() {}

    /**
     * A figure.
     *
     * @param note what it is, in a few words
     */
    record Figure(String label, String amount, String note) {}

    /**
     * @param money      of the books
     * @param collection of bills and receipts
     */
    record Figures(List<Figure> money, List<Figure> collection) {}

    static Figures of(PublicationFigures figures) {
        return new Figures(
                List.of(
                        of("opening", figures.opening()),
                        of("takenOver", figures.takenOver()),
                        of("paidIn", figures.paidIn()),
                        of("spent", figures.spent()),
                        of("earned", figures.earned()),
                        of("closing", figures.closing())),
                List.of(
                        of("billed", figures.billed(), figures.households()),
                        of("settled", figures.settled(), figures.settledHouseholds()),
                        of("received", figures.received()),
                        of("remitted", figures.remitted())));
    }

    private static Figure of(String field, Money amount, Object... told) {
        return new Figure(
                Messages.of("disclosure.publication.field." + field),
                amount.toString(),
                Messages.of("disclosure.publication.note." + field, told));
    }
}
