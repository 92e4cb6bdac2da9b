package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetCell.Kind;

/** The rows of one sheet that have something in them, one after the other. */
@RequiredArgsConstructor
final class SheetRows implements OpenWorkbook.Rows {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");

    private final XmlPart part;
    private final SheetFile file;
    private final UnpackedLimit limit;
    private final int maxColumns;
    private final BitSet numbers = new BitSet();

    @Override
    public Optional<SheetRow> next() throws XMLStreamException {
        while (part.next()) {
            if (part.isStart("row")) {
                SheetRow row = row();
                if (!row.isEmpty()) {
                    return Optional.of(row);
                }
            } else if (part.isEnd("sheetData")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private SheetRow row() throws XMLStreamException {
        int number = number(part.attribute("r"));
        List<@Nullable SheetCell> cells = new ArrayList<>();
        int inside = part.depth();
        int last = -1;
        while (part.nextWithin(inside)) {
            if (part.isStart("c")) {
                int place = place(part.attribute("r"), last + 1, number);
                last = place;
                SheetCell cell = cell(SheetRow.address(place, number));
                limit.take(cell.text().length());
                if (place < maxColumns) {
                    put(cells, place, cell, number);
                } else if (!cell.isEmpty()) {
                    throw Refusal.because("web.sheet.too-many-columns", maxColumns, SheetRow.address(place, number));
                }
            }
        }
        return new SheetRow(
                number,
                cells.stream()
                        .map(cell -> cell == null ? SheetCell.EMPTY : cell)
                        .toList());
    }

    private static void put(List<@Nullable SheetCell> cells, int place, SheetCell cell, int row) {
        while (cells.size() <= place) {
            cells.add(null);
        }
        if (cells.set(place, cell) != null) {
            throw Refusal.because("web.sheet.damaged", row);
        }
    }

    /** The number a row says it has; one that says none, or that of another row, is the next one behind all others. */
    private int number(@Nullable String told) {
        int behind = Math.max(1, numbers.length());
        int number = behind;
        if (told != null) {
            number = ROW.matcher(told).matches() ? Integer.parseInt(told) : 0;
            if (number < 1 || number > MOST_ROWS) {
                throw Refusal.because("web.sheet.damaged", behind);
            }
            number = numbers.get(number) ? behind : number;
        }
        if (number > MOST_ROWS) {
            throw Refusal.because("web.sheet.damaged", MOST_ROWS);
        }
        numbers.set(number);
        return number;
    }

    private static int place(@Nullable String told, int next, int row) {
        int place = next;
        if (told != null) {
            Matcher address = ADDRESS.matcher(told);
            place = 0;
            if (address.matches()) {
                for (char letter : address.group(1).toCharArray()) {
                    place = place * 26 + letter - 'A' + 1;
                }
            }
            place--;
        }
        if (place < 0 || place >= MOST_COLUMNS) {
            throw Refusal.because("web.sheet.damaged", row);
        }
        return place;
    }

    private SheetCell cell(String address) throws XMLStreamException {
        String type = part.attribute("t");
        CellFormat format = file.formats().get(part.attribute("s"));
        StringBuilder value = new StringBuilder();
        StringBuilder text = new StringBuilder();
        boolean formula = false;
        boolean fits = true;
        int inside = part.depth();
        while (fits && part.nextWithin(inside)) {
            if (part.isStart("v")) {
                fits = part.text(value);
            } else if (part.isStart("is")) {
                fits = part.richText(text);
            } else if (part.isStart("f")) {
                formula = true;
                part.skip();
            }
        }
        if (!fits) {
            throw Refusal.because("web.sheet.cell-too-long-at", address, SheetCell.LONGEST);
        }
        return cell(type == null ? "n" : type, value.toString(), text.toString(), formula, format);
    }

    private SheetCell cell(String type, String value, String text, boolean formula, CellFormat format) {
        if (value.isBlank() && text.isBlank()) {
            return formula && !type.equals("str") ? SheetCell.of(Kind.FORMULA, "") : SheetCell.EMPTY;
        }
        return switch (type) {
            case "n" -> SheetCell.number(value.strip(), format, file.isFrom1904());
            case "s" -> SheetCell.shared(file.strings(), value.strip());
            case "str" -> SheetCell.text(value);
            case "inlineStr" -> SheetCell.text(text.isEmpty() ? value : text);
            case "b" -> SheetCell.of(Kind.LOGICAL, value.strip().equals("0") ? "FALSE" : "TRUE");
            case "e" -> SheetCell.of(Kind.ERROR, value);
            case "d" -> SheetCell.of(Kind.DATE, value.strip().replaceFirst("T.*$", ""));
            default -> SheetCell.of(Kind.DAMAGED, value);
        };
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        part.close();
    }
}
