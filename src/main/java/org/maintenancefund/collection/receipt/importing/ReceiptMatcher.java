package org.maintenancefund.collection.receipt.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.receipt.KnownReceipt;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.ReceiptChecks;
import org.maintenancefund.collection.receipt.ReceiptChecks.Finding;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.sheet.CellFault;

/**
 * Compares the rows of one file with the receipts on record, by their 外部流水号: a new number makes a receipt, and its row keeps which
 * unit it is about; one that is there has to say what is there.
 */
@RequiredArgsConstructor
final class ReceiptMatcher implements RowMatcher<ReceiptColumn> {

    private static final String TWICE = "collection.doubt.twice";

    private final ImportHeader<ReceiptColumn> header;
    private final RowUnits units;
    private final ReceiptRowReader reader;
    private final ReceiptChecks checks;

    /** The first row of each 外部流水号. */
    private final Map<String, Integer> seen = new HashMap<>();

    private final Map<Payment, Integer> payments = new HashMap<>();
    private final Map<Integer, NewReceipt> told = new LinkedHashMap<>();

    /** What two payments rarely have the same. */
    private record Payment(UnitId unit, LocalDate day, Money amount) {}

    private record Read(
            ImportLine<ReceiptColumn> line,
            RowFaults<ReceiptColumn> faults,
            @Nullable FoundUnit unit,
            @Nullable NewReceipt payment) {}

    @Override
    public List<ImportRow> match(List<ImportLine<ReceiptColumn>> lines) {
        units.prepare(lines);
        List<Read> read = lines.stream().map(this::read).toList();
        checks.prepare(
                read.stream()
                        .flatMap(row -> Stream.ofNullable(row.unit()))
                        .collect(Collectors.toMap(FoundUnit::id, Function.identity(), (one, same) -> one)),
                read.stream().flatMap(row -> Stream.ofNullable(row.payment())).toList());
        return read.stream().map(this::row).toList();
    }

    private Read read(ImportLine<ReceiptColumn> line) {
        RowFaults<ReceiptColumn> faults = RowFaults.of(header, line);
        String number = reader.externalNumber(line);
        Integer first = number.isEmpty() ? null : seen.putIfAbsent(number, line.number());
        if (first != null) {
            faults.add(ReceiptColumn.EXTERNAL_NUMBER, "collection.import.external-number.twice", first);
        }
        FoundUnit unit = units.of(line, faults);
        return new Read(line, faults, unit, reader.payment(line, unit, faults));
    }

    private ImportRow row(Read read) {
        NewReceipt payment = read.payment();
        FoundUnit unit = read.unit();
        if (payment == null || unit == null) {
            return ImportRow.faulty(read.line(), null, read.faults().list());
        }
        return checks.known(reader.externalNumber(read.line()))
                .map(known -> known(read, payment, unit, known))
                .orElseGet(() -> fresh(read, payment, unit));
    }

    // ---- one that is there

    /** What a row doesn't tell is nothing against what is on record. */
    private ImportRow known(Read read, NewReceipt payment, FoundUnit unit, KnownReceipt known) {
        compare(read, known, unitColumn(read), known.unit(), unit.id(), known.unitNumber());
        compare(read, known, ReceiptColumn.DAY, known.day(), payment.day(), known.day());
        compare(read, known, ReceiptColumn.AMOUNT, known.amount(), payment.amount(), known.amount());
        compare(
                read,
                known,
                ReceiptColumn.WAY,
                known.way(),
                payment.way(),
                known.way().label());
        compare(
                read,
                known,
                ReceiptColumn.FROM,
                known.from(),
                payment.from(),
                known.from().label());
        compare(read, known, ReceiptColumn.PAYER, known.payer(), payment.payer(), known.payer());
        compare(read, known, ReceiptColumn.NOTE, known.note(), payment.note(), known.note());
        return read.faults().isEmpty()
                ? ImportRow.of(read.line(), RowOutcome.SAME, known.id().value(), List.of())
                : ImportRow.faulty(
                        read.line(), known.id().value(), read.faults().list());
    }

    private void compare(
            Read read, KnownReceipt known, ReceiptColumn column, Object recorded, Object said, Object shown) {
        if (reader.tells(read.line(), column) && !recorded.equals(said)) {
            String is = shown.toString();
            read.faults()
                    .add(
                            column,
                            is.isEmpty() ? "collection.import.differs-from-none" : "collection.import.differs",
                            reader.externalNumber(read.line()),
                            known.number(),
                            is);
        }
    }

    private ReceiptColumn unitColumn(Read read) {
        return reader.tells(read.line(), ReceiptColumn.UNIT_NUMBER) ? ReceiptColumn.UNIT_NUMBER : ReceiptColumn.DOOR;
    }

    // ---- a new one

    private ImportRow fresh(Read read, NewReceipt payment, FoundUnit unit) {
        Finding finding = checks.check(unit, payment);
        Reason refusal = finding.refusal();
        if (refusal != null) {
            refuse(read, refusal);
            return ImportRow.faulty(read.line(), null, read.faults().list());
        }
        int number = read.line().number();
        told.put(number, payment);
        List<Reason> doubts = new ArrayList<>(finding.doubts());
        Integer before = payments.putIfAbsent(new Payment(unit.id(), payment.day(), payment.amount()), number);
        if (before != null && doubts.stream().noneMatch(doubt -> doubt.code().equals(TWICE))) {
            doubts.add(Reason.of(
                    "collection.import.doubt.twice", before, unit.place().shown()));
        }
        UUID about = unit.id().value();
        return doubts.isEmpty()
                ? ImportRow.of(read.line(), RowOutcome.NEW, about, List.of())
                : new ImportRow(
                        number,
                        read.line().cells(),
                        RowOutcome.DOUBTFUL,
                        about,
                        List.of(),
                        doubts.stream().map(doubt -> fault(read, doubt)).toList(),
                        false);
    }

    private void refuse(Read read, Reason refusal) {
        switch (refusal.code()) {
            case "collection.refusal.future", "collection.refusal.outside-mandate" ->
                read.faults().add(ReceiptColumn.DAY, refusal);
            case "collection.refusal.month" ->
                read.faults()
                        .add(
                                ReceiptColumn.MONTHS,
                                "collection.import.months.not-open",
                                refusal.args().toArray());
            default -> read.faults().add(unitColumn(read), refusal);
        }
    }

    private CellFault fault(Read read, Reason doubt) {
        ReceiptColumn column = switch (doubt.code()) {
            case "collection.doubt.neighbour" -> ReceiptColumn.PAYER;
            case "collection.doubt.reversed" -> ReceiptColumn.EXTERNAL_NUMBER;
            default -> ReceiptColumn.AMOUNT;
        };
        List<String> cells = read.line().cells();
        return header.fault(column, read.line().number(), header.cell(cells, column), doubt);
    }

    /** The payments that the rows so far make, in the order of the file. */
    List<NewReceipt> told() {
        return List.copyOf(told.values());
    }
}
