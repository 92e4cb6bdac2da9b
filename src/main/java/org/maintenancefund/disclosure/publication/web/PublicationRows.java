package org.maintenancefund.disclosure.publication.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.disclosure.publication.OpenDoor;
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
     * @param doors      of which something of the month is open, a line for each building; null where they are not told
     */
    record Figures(
            List<Figure> money,
            List<Figure> collection,
            @Nullable List<Figure> doors) {}

    static Figures of(PublicationFigures figures, Optional<List<OpenDoor>> doors) {
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
                        of("remitted", figures.remitted())),
                doors.map(PublicationRows::byBuilding).orElse(null));
    }

    private static List<Figure> byBuilding(List<OpenDoor> doors) {
        Map<String, List<OpenDoor>> buildings = doors.stream()
                .collect(Collectors.groupingBy(
                        door -> door.place().building(), LinkedHashMap::new, Collectors.toList()));
        return buildings.entrySet().stream()
                .map(one -> new Figure(
                        one.getKey(),
                        Money.sum(one.getValue().stream().map(OpenDoor::open)).toString(),
                        one.getValue().stream().map(PublicationRows::door).collect(Collectors.joining("、"))))
                .toList();
    }

    private static String door(OpenDoor door) {
        String name = Stream.of(door.place().entranceName(), door.place().door())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Messages.of("disclosure.publication.door", name, door.open());
    }

    private static Figure of(String field, Money amount, Object... told) {
        return new Figure(
                Messages.of("disclosure.publication.field." + field),
                amount.toString(),
                Messages.of("disclosure.publication.note." + field, told));
    }
}
