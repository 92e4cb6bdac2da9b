package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Reads the table of a spreadsheet (.xlsx) or of a text (.csv), row by row: the sheet that has the headings, from the row of the headings on, whatever
 * stands above it or on the sheets before. What can't be read is refused with a reason, whatever is wrong with it; every
 * bound is checked before memory is used.
 */
@Component
@EnableConfigurationProperties(SheetProperties.class)
@RequiredArgsConstructor
public class SheetReader {

    /**
     * Takes what a {@link SheetReader} hands over.
     *
     * @param <C> the columns
     */
    public interface SheetTable<C extends Enum<C> & SheetHeading> {

        /**
         * The row of the headings, once and first.
         *
         * @param sheet as on its tab
         */
        void head(String sheet, SheetHeader<C> header, SheetRow headings);

        /** A row below it. */
        void row(SheetRow row);
    }

    /** Rows with something in them above the headings at most: titles, who filled it in, how to fill it in. */
    private static final int MOST_ABOVE = 20;

    private static final int MOST_AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(SheetReader.class);

    private final SheetProperties limits;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

    /**
     * Hands the headings over and then every row below that has something in it; the examples of a template are left out.
     *
     * @param columns  which the table may have
     * @param mostRows more rows than that are refused
     * @return how many examples were left out
     * @throws Refusal where it can't be read, is too large, lacks a column or has no or too many rows; rows may have been
     *     handed over before
     */
    public <C extends Enum<C> & SheetHeading> int read(Path file, Class<C> columns, int mostRows, SheetTable<C> table) {
        if (!takePlace()) {
            throw Refusal.because("web.sheet.busy");
        }
        return readInPlace(file, columns, mostRows, table);
    }

    /**
     * The same for who has the time to wait until it is its turn.
     *
     * @throws CancellationException where the thread is stopped before
     */
    public <C extends Enum<C> & SheetHeading> int readInTurn(
            Path file, Class<C> columns, int mostRows, SheetTable<C> table) {
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped before it was its turn");
        }
        return readInPlace(file, columns, mostRows, table);
    }

    /**
     * All rows with something in them of the first sheet that has any, for who finds the headings by other means than an enum of
     * columns.
     *
     * @param mostRows more rows than that are refused
     * @throws Refusal where it can't be read, is too large, or has no or too many rows
     */
    public List<SheetRow> rows(Path file, int mostRows) {
        if (!takePlace()) {
            throw Refusal.because("web.sheet.busy");
        }
        try (OpenWorkbook open = reading(() -> open(file, mostRows))) {
            for (OpenWorkbook.Sheet sheet : reading(open::sheets)) {
                List<SheetRow> rows = rows(open, sheet, mostRows);
                if (!rows.isEmpty()) {
                    return rows;
                }
            }
            throw Refusal.because("web.sheet.no-rows");
        } catch (IOException notClosed) {
            LOG.debug("Spreadsheet not closed", notClosed);
            throw Refusal.because("web.sheet.unreadable");
        } finally {
            places.release();
        }
    }

    private static List<SheetRow> rows(OpenWorkbook file, OpenWorkbook.Sheet sheet, int mostRows) {
        List<SheetRow> all = new ArrayList<>();
        try (OpenWorkbook.Rows rows = reading(() -> file.rows(sheet))) {
            for (Optional<SheetRow> row = reading(rows::next); row.isPresent(); row = reading(rows::next)) {
                if (all.size() == mostRows) {
                    throw Refusal.because("web.sheet.too-many-rows", mostRows);
                }
                all.add(row.get());
            }
        } catch (IOException | XMLStreamException notClosed) {
            LOG.debug("Sheet not closed", notClosed);
        }
        return all;
    }

    private <C extends Enum<C> & SheetHeading> int readInPlace(
            Path file, Class<C> columns, int mostRows, SheetTable<C> table) {
        try (OpenWorkbook open = reading(() -> open(file, mostRows))) {
            return read(open, find(open, columns), mostRows, table);
        } catch (IOException notClosed) {
            LOG.debug("Spreadsheet not closed", notClosed);
            return 0;
        } finally {
            places.release();
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private OpenWorkbook open(Path file, int mostRows) throws IOException, XMLStreamException {
        if (Files.size(file) > limits.fileOf(mostRows).toBytes()) {
            throw Refusal.because("web.sheet.too-large", limits.fileOf(mostRows).toMegabytes());
        }
        String other = OtherFiles.sentenceOf(file);
        if (!other.isEmpty()) {
            throw Refusal.because(other);
        }
        UnpackedLimit limit = new UnpackedLimit(limits.unpackedOf(mostRows));
        return OtherFiles.isZipped(file)
                ? SheetFile.open(file, limit, limits.maxColumns())
                : CsvFile.open(file, limit, limits.maxColumns());
    }

    private <C extends Enum<C> & SheetHeading> int read(
            OpenWorkbook file, Found<C> found, int mostRows, SheetTable<C> table) {
        int count = 0;
        int examples = 0;
        try (OpenWorkbook.Rows rows = reading(() -> file.rows(found.sheet()))) {
            Optional<SheetRow> next = reading(rows::next);
            while (next.isPresent() && next.get().number() != found.row()) {
                next = reading(rows::next);
            }
            table.head(
                    found.sheet().name(),
                    found.header(),
                    next.orElseThrow(() -> Refusal.because("web.sheet.unreadable")));
            for (next = reading(rows::next); next.isPresent(); next = reading(rows::next)) {
                SheetRow row = next.get();
                if (row.isExample()) {
                    examples++;
                } else if (++count > mostRows) {
                    throw Refusal.because("web.sheet.too-many-rows", mostRows);
                } else {
                    table.row(row);
                }
            }
        } catch (IOException | XMLStreamException notClosed) {
            LOG.debug("Sheet not closed", notClosed);
        }
        if (count == 0) {
            throw Refusal.because(examples > 0 ? "web.sheet.only-examples" : "web.sheet.no-rows");
        }
        return examples;
    }

    /**
     * Where the table is.
     *
     * @param row  number of the row of its headings
     * @param full whether anything but examples stands below
     */
    private record Found<C extends Enum<C> & SheetHeading>(
            OpenWorkbook.Sheet sheet, int row, SheetHeader<C> header, boolean full) {}

    private <C extends Enum<C> & SheetHeading> Found<C> find(OpenWorkbook file, Class<C> columns) {
        List<Found<C>> all = new ArrayList<>();
        Nearest<C> nearest = new Nearest<>();
        for (OpenWorkbook.Sheet sheet : reading(file::sheets)) {
            reading(() -> find(file, sheet, columns, nearest)).ifPresent(all::add);
        }
        if (all.isEmpty()) {
            throw nearest.refusal();
        }
        List<Found<C>> full = all.stream().filter(Found::full).toList();
        if (full.size() > 1) {
            throw Refusal.because(
                    "web.sheet.several-tables",
                    full.stream().limit(5).map(found -> found.sheet().name()).collect(Collectors.joining("”、“")));
        }
        Found<C> found = full.isEmpty() ? all.get(0) : full.get(0);
        found.header().checked();
        return found;
    }

    /** The row that looks most like headings, where none is complete. */
    private static final class Nearest<C extends Enum<C> & SheetHeading> {

        private @Nullable SheetHeader<C> header;

        void offer(SheetHeader<C> other) {
            if (header == null || other.found() > header.found()) {
                header = other;
            }
        }

        Refusal refusal() {
            if (header != null) {
                header.checked();
            }
            return Refusal.because("web.sheet.no-rows");
        }
    }

    private static <C extends Enum<C> & SheetHeading> Optional<Found<C>> find(
            OpenWorkbook file, OpenWorkbook.Sheet sheet, Class<C> columns, Nearest<C> nearest)
            throws IOException, XMLStreamException {
        try (OpenWorkbook.Rows rows = file.rows(sheet)) {
            int above = 0;
            for (Optional<SheetRow> row = rows.next(); row.isPresent() && above <= MOST_ABOVE; row = rows.next()) {
                SheetHeader<C> header = SheetHeader.of(columns, row.get().texts());
                if (header.isComplete()) {
                    Optional<SheetRow> below = rows.next();
                    while (below.isPresent() && below.get().isExample() && above++ <= MOST_ABOVE) {
                        below = rows.next();
                    }
                    return Optional.of(new Found<>(sheet, row.get().number(), header, below.isPresent()));
                }
                nearest.offer(header);
                above++;
            }
            return Optional.empty();
        }
    }

    /** Something that may fail in whatever way, because it deals with what a stranger made. */
    private interface Step<T> {
        T take() throws IOException, XMLStreamException;
    }

    private static <T> T reading(Step<T> step) {
        try {
            return step.take();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            LOG.info("Spreadsheet can't be read: {}", unreadable.toString());
            throw Refusal.because("web.sheet.unreadable");
        }
    }
}
