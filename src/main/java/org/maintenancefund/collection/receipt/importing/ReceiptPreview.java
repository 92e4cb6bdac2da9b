package org.maintenancefund.collection.receipt.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.receipt.ManyReceipts;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.importing.FieldChange;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowOutcome;
import org.springframework.stereotype.Component;

/** The rows of an import as its page shows them: what is asked about a payment stands beside the payment. */
@Component
@RequiredArgsConstructor
class ReceiptPreview {

    private static final Set<ReceiptColumn> IN_TITLE = EnumSet.of(
            ReceiptColumn.EXTERNAL_NUMBER,
            ReceiptColumn.UNIT_NUMBER,
            ReceiptColumn.BUILDING,
            ReceiptColumn.ENTRANCE,
            ReceiptColumn.DOOR);

    private final ManyReceipts receipts;

    List<PreviewRow> rows(ImportView run, List<ImportRow> page) {
        ImportHeader<ReceiptColumn> header = ImportHeader.of(ReceiptColumn.class, run.headers());
        List<UUID> known =
                page.stream().flatMap(row -> Stream.ofNullable(row.record())).toList();
        Map<UUID, ReceiptNumber> numbers = known.isEmpty() ? Map.of() : receipts.numbers(known);
        return page.stream().map(row -> row(header, row, numbers)).toList();
    }

    private static PreviewRow row(ImportHeader<ReceiptColumn> header, ImportRow row, Map<UUID, ReceiptNumber> numbers) {
        return new PreviewRow(
                row.number(),
                title(header, row),
                href(row, numbers),
                header.cell(row.cells(), ReceiptColumn.EXTERNAL_NUMBER),
                lines(header, row),
                row.faults(),
                row.applied());
    }

    /** The receipt that has the number already; of a new one the unit. */
    private static @Nullable String href(ImportRow row, Map<UUID, ReceiptNumber> numbers) {
        UUID record = row.record();
        if (record == null) {
            return null;
        }
        ReceiptNumber number = numbers.get(record);
        return number == null ? "/units/" + record : "/collection/receipts/" + number;
    }

    /** DH-00236-00017 1 栋 101, as it stands in the sheet. */
    private static String title(ImportHeader<ReceiptColumn> header, ImportRow row) {
        return Stream.of(ReceiptColumn.UNIT_NUMBER, ReceiptColumn.BUILDING, ReceiptColumn.ENTRANCE, ReceiptColumn.DOOR)
                .map(column -> header.cell(row.cells(), column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static List<FieldChange> lines(ImportHeader<ReceiptColumn> header, ImportRow row) {
        List<FieldChange> told = header.told(row.cells(), IN_TITLE);
        return row.outcome() == RowOutcome.DOUBTFUL
                ? told.stream()
                        .map(line -> new FieldChange(line.label(), null, line.after()))
                        .toList()
                : row.outcome() == RowOutcome.NEW ? told : List.of();
    }
}
