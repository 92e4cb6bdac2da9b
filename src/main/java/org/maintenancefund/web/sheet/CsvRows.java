package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maintenancefund.kernel.Refusal;

/** The rows of a table as text, counted as Excel counts them: a line break within quotes begins no row. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class CsvRows implements OpenWorkbook.Rows {

    /** What other programs write so that Excel keeps the digits of a number: ="0012", '0012. */
    private static final Pattern KEPT_AS_TEXT =
            Pattern.compile("\\s*(?:=\"([^\"]*)\"|'(?=[0-9])(.*))\\s*", Pattern.DOTALL);

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int maxColumns;

    static CsvRows of(Reader text, char delimiter, int maxColumns) throws IOException {
        CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                // A quote within a name is one of its characters, as it is for Excel.
                .setTrailingData(true)
                .get()
                .parse(text);
        return new CsvRows(parser, parser.iterator(), maxColumns);
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        int number = (int) parser.getRecordNumber() + 1;
        try {
            while (records.hasNext()) {
                SheetRow row = row(records.next());
                if (!row.isEmpty()) {
                    return Optional.of(row);
                }
                number = row.number() + 1;
            }
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CSVException) {
                throw Refusal.because("web.sheet.quote", number);
            }
            throw unreadable.getCause();
        }
    }

    private SheetRow row(CSVRecord record) {
        int number = (int) record.getRecordNumber();
        List<SheetCell> cells = new ArrayList<>();
        for (int place = 0; place < record.size(); place++) {
            String written = record.get(place);
            if (written.length() > SheetCell.LONGEST) {
                throw Refusal.because("web.sheet.cell-too-long-at", SheetRow.address(place, number), SheetCell.LONGEST);
            }
            SheetCell cell = SheetCell.text(plain(written));
            if (place < maxColumns) {
                cells.add(cell);
            } else if (!cell.isEmpty()) {
                throw Refusal.because("web.sheet.too-many-columns", maxColumns, SheetRow.address(place, number));
            }
        }
        return new SheetRow(number, cells);
    }

    private static String plain(String written) {
        Matcher kept = KEPT_AS_TEXT.matcher(written);
        return !kept.matches() ? written : kept.group(1) == null ? kept.group(2) : kept.group(1);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
