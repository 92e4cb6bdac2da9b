package org.maintenancefund.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A spreadsheet made of its own markup, to try what other programs, damage and malice make of it. Styles: 0 general, 1 a
 * date, from 2 on what {@link #format} adds.
 */
public final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private String workbook = "xl/workbook.xml";
    private String properties = "";

    /** A sheet, from its rows or cells as markup. */
    public static RawWorkbook of(String... rows) {
        return new RawWorkbook().sheet("表", rows);
    }

    public RawWorkbook sheet(String name, String... rows) {
        return sheet(name, "", String.join("", rows));
    }

    public RawWorkbook hiddenSheet(String name, String... rows) {
        return sheet(name, " state=\"hidden\"", String.join("", rows));
    }

    private RawWorkbook sheet(String name, String attributes, String rows) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\"" + attributes + " r:id=\"rId" + number
                + "\"/>");
        parts.put(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    /** One more style with that format. */
    public RawWorkbook format(String code) {
        formats.add(code);
        return this;
    }

    public RawWorkbook strings(String... all) {
        strings.addAll(List.of(all));
        return this;
    }

    /** In the place of the part there is, or one more. */
    public RawWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    public RawWorkbook workbookAt(String part) {
        workbook = part;
        return this;
    }

    public RawWorkbook countedFrom1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** A row of text, from column A on; what begins with {@code <c} is markup. */
    public static String texts(int number, String... texts) {
        StringBuilder cells = new StringBuilder();
        for (int place = 0; place < texts.length; place++) {
            String address = (char) ('A' + place) + "" + number;
            cells.append(
                    texts[place].startsWith("<c") ? texts[place].replace("{r}", address) : text(address, texts[place]));
        }
        return row(number, cells.toString());
    }

    public static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text)
                + "</t></is></c>";
    }

    /** A number in the cell whose place {@link #texts} fills in. */
    public static String number(String value) {
        return "<c r=\"{r}\"><v>" + value + "</v></c>";
    }

    public static String styled(int style, String value) {
        return "<c r=\"{r}\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    public static String typed(String type, String value) {
        return "<c r=\"{r}\" t=\"" + type + "\"><v>" + escaped(value) + "</v></c>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    /** Every part by its name. */
    public Map<String, String> parts() {
        Map<String, String> all = new LinkedHashMap<>();
        int folder = workbook.lastIndexOf('/') + 1;
        all.put("_rels/.rels", relations(relation("rId1", "officeDocument", workbook)));
        all.put(
                workbook,
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>"
                        + String.join("", sheets) + "</sheets></workbook>");
        StringBuilder relations = new StringBuilder();
        for (int number = 1; number <= sheets.size(); number++) {
            relations.append(relation("rId" + number, "worksheet", "/xl/worksheets/sheet" + number + ".xml"));
        }
        relations.append(relation("rIdS", "styles", "/xl/styles.xml"));
        relations.append(relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml"));
        all.put(
                workbook.substring(0, folder) + "_rels/" + workbook.substring(folder) + ".rels",
                relations(relations.toString()));
        all.put("xl/styles.xml", styles());
        StringBuilder shared = new StringBuilder();
        strings.forEach(text -> shared.append("<si><t>").append(escaped(text)).append("</t></si>"));
        all.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + shared + "</sst>");
        all.putAll(parts);
        return all;
    }

    private void writeTo(OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String styles() {
        StringBuilder codes = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>");
        for (int i = 0; i < formats.size(); i++) {
            codes.append("<numFmt numFmtId=\"" + (176 + i) + "\" formatCode=\"" + escaped(formats.get(i)) + "\"/>");
            styles.append("<xf numFmtId=\"" + (176 + i) + "\"/>");
        }
        return "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + codes + "</numFmts><cellXfs>" + styles
                + "</cellXfs></styleSheet>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + all + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
