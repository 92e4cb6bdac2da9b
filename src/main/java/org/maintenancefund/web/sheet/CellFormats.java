package org.maintenancefund.web.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The formats that the cells of a spreadsheet point to. */
final class CellFormats {

    /** As many as Excel knows. */
    private static final int MOST = 65_500;

    /** Excel allows a quarter of them. */
    private static final int MOST_OWN = 1_000;

    private final Map<Integer, CellFormat> own = new HashMap<>();
    private final List<CellFormat> formats = new ArrayList<>();

    /** Of a spreadsheet that tells none. */
    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats of(XmlPart part) throws XMLStreamException {
        CellFormats formats = new CellFormats();
        while (part.next()) {
            if (part.isStart("numFmt")) {
                String code = part.attribute("formatCode");
                if (code != null && formats.own.size() < MOST_OWN) {
                    formats.own.put(number(part.attribute("numFmtId")), CellFormat.of(code));
                }
            } else if (part.isStart("cellXfs")) {
                formats.readStyles(part);
            }
        }
        return formats;
    }

    private void readStyles(XmlPart part) throws XMLStreamException {
        int inside = part.depth();
        while (part.nextWithin(inside)) {
            if (part.isStart("xf") && formats.size() < MOST) {
                int number = number(part.attribute("numFmtId"));
                CellFormat known = own.get(number);
                formats.add(known == null ? CellFormat.builtIn(number) : known);
            }
        }
    }

    /** The format a cell points to with its attribute {@code s}. */
    CellFormat get(@Nullable String style) {
        int number = style == null ? 0 : number(style);
        return number >= 0 && number < formats.size() ? formats.get(number) : CellFormat.GENERAL;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
