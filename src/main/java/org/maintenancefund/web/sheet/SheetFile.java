package org.maintenancefund.web.sheet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Refusal;

/**
 * A spreadsheet (.xlsx) that is open: the sheets a person sees in it, in their order, and what all of them point to. Only the
 * parts that are needed are unpacked, so that pictures and other things in the file cost nothing.
 */
@RequiredArgsConstructor
final class SheetFile implements OpenWorkbook {

    /** More sheets than that are not looked at. */
    private static final int MOST_SHEETS = 50;

    private static final String WORKBOOK = "xl/workbook.xml";

    private final ZipFile zip;
    private final UnpackedLimit limit;
    private final int maxColumns;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    @Getter
    private SharedStrings strings = new SharedStrings();

    @Getter
    private CellFormats formats = CellFormats.none();

    /** Another part that a part points to. */
    private record Relation(String type, String target) {}

    /** Opens it, and reads everything but the sheets themselves. */
    static SheetFile open(Path path, UnpackedLimit limit, int maxColumns) throws IOException, XMLStreamException {
        SheetFile file = new SheetFile(new ZipFile(path.toFile()), limit, maxColumns);
        try {
            file.read();
            return file;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    private void read() throws IOException, XMLStreamException {
        String workbook = relations("").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .filter(this::has)
                .findFirst()
                .orElse(WORKBOOK);
        Map<String, Relation> relations = relations(workbook);
        List<Sheet> hidden = new ArrayList<>();
        try (XmlPart part = part(workbook)) {
            while (part.next()) {
                if (part.isStart("workbookPr")) {
                    from1904 = List.of("1", "true").contains(String.valueOf(part.attribute("date1904")));
                } else if (part.isStart("sheet")) {
                    Relation relation = relations.get(String.valueOf(part.reference("id")));
                    if (relation != null && relation.type().endsWith("/worksheet") && has(relation.target())) {
                        String state = part.attribute("state");
                        boolean shown = state == null || state.equals("visible");
                        (shown ? sheets : hidden).add(new Sheet(name(part.attribute("name")), relation.target()));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            sheets.addAll(hidden);
        }
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/sharedStrings") && has(relation.target())) {
                try (XmlPart part = part(relation.target())) {
                    strings = SharedStrings.of(part);
                }
            } else if (relation.type().endsWith("/styles") && has(relation.target())) {
                try (XmlPart part = part(relation.target())) {
                    formats = CellFormats.of(part);
                }
            }
        }
    }

    private static String name(@Nullable String told) {
        return SheetCell.shortened(SheetCell.text(told == null ? "" : told).text(), 31);
    }

    /** What a part points to, by id; the empty part is the file itself. */
    private Map<String, Relation> relations(String of) throws IOException, XMLStreamException {
        int folder = of.lastIndexOf('/') + 1;
        String rels = of.substring(0, folder) + "_rels/" + of.substring(folder) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (!has(rels)) {
            return relations;
        }
        try (XmlPart part = part(rels)) {
            while (part.next()) {
                if (part.isStart("Relationship") && relations.size() < 10 * MOST_SHEETS) {
                    String target = String.valueOf(part.attribute("Target"));
                    relations.put(
                            String.valueOf(part.attribute("Id")),
                            new Relation(String.valueOf(part.attribute("Type")), resolve(of, target)));
                }
            }
        }
        return relations;
    }

    /** A target is told from the part that points to it, or from the top with a slash in front. */
    private static String resolve(String from, String target) {
        try {
            return URI.create("/" + from.replace(" ", "%20"))
                    .resolve(target.replace(" ", "%20"))
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException | NullPointerException | StringIndexOutOfBoundsException noPath) {
            return "";
        }
    }

    private boolean has(String part) {
        return !part.isEmpty() && zip.getEntry(part) != null;
    }

    private XmlPart part(String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return XmlPart.of(zip.getInputStream(entry), limit);
    }

    /** The sheets on the tabs; hidden ones only where all are hidden. */
    @Override
    public List<Sheet> sheets() {
        if (sheets.isEmpty()) {
            throw Refusal.because("web.sheet.unreadable");
        }
        return sheets.subList(0, Math.min(sheets.size(), MOST_SHEETS));
    }

    @Override
    public SheetRows rows(Sheet sheet) throws IOException, XMLStreamException {
        return new SheetRows(part(sheet.part()), this, limit, maxColumns);
    }

    boolean isFrom1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
