package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.RawWorkbook;

/** Small files that unpack to very much are read, or refused, in a process of 128 MB. */
@Lengthy
class SheetMemoryTest {

    private static final String TOO_MUCH = "web.sheet.too-much-unpacked";
    private static final String TOO_LONG = "web.sheet.cell-too-long";
    private static final String UNREADABLE = "web.sheet.unreadable";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String HEAD = "<worksheet><sheetData>" + RawWorkbook.texts(1, "名称", "数")
            + "<row><c t=\"inlineStr\"><is><t>一</t></is></c>";
    private static final int MEGA = 1024 * 1024;

    @TempDir
    Path folder;

    private final Map<String, String> expected = new LinkedHashMap<>();

    @Test
    void nothingInAFileTakesMoreMemoryThanItsTableCanNeed() throws Exception {
        String kilo = "9".repeat(1024);
        String brackets = "<> ".repeat(341);
        file("value", SHEET, HEAD + "<c><v>", 32 * 1024, i -> kilo, TOO_LONG, TOO_LONG);
        file("text", SHEET, HEAD + "<c t=\"inlineStr\"><is><t>", 32 * 1024, i -> kilo, TOO_LONG, TOO_LONG);
        file(
                "runs",
                SHEET,
                HEAD + "<c t=\"inlineStr\"><is>",
                32 * 1024,
                i -> "<r><t>" + kilo + "</t></r>",
                TOO_LONG + "-at",
                TOO_LONG + "-at");
        file("attribute", SHEET, HEAD + "<c r=\"", 32 * 1024, i -> kilo, TOO_LONG, TOO_LONG);
        file("name", SHEET, HEAD + "<c", 32 * 1024, i -> kilo.replace('9', 'c'), TOO_LONG, TOO_LONG);
        file("comment", SHEET, HEAD + "<!-- ]]> ->", 32 * 1024, i -> brackets, TOO_LONG, TOO_LONG);
        file("comment-short", SHEET, HEAD + "<!-->", 32 * 1024, i -> brackets, TOO_LONG, TOO_LONG);
        file("cdata", SHEET, HEAD + "<c><v><![CDATA[ --> ", 32 * 1024, i -> brackets, TOO_LONG, TOO_LONG);
        file(
                "cdatas",
                SHEET,
                HEAD + "<c><v>",
                32 * 1024,
                i -> "<![CDATA[" + kilo + "]]>",
                TOO_LONG + "-at",
                TOO_LONG + "-at");
        file("instruction", SHEET, HEAD + "<?a ", 32 * 1024, i -> brackets, TOO_LONG, TOO_LONG);
        file("doctype", SHEET, "<!DOCTYPE a [", 1024, i -> "<!ENTITY a" + i + " \"x\">", UNREADABLE, UNREADABLE);
        file("names", SHEET, HEAD, MEGA, i -> "<n" + i + "/>", UNREADABLE, UNREADABLE);
        file("attributes", SHEET, HEAD + "<c ", MEGA, i -> " n" + i + "=\"\"", TOO_LONG, TOO_LONG);
        file("namespaces", SHEET, HEAD, MEGA / 4, i -> "<c xmlns=\"n" + i + "\"/>", UNREADABLE, UNREADABLE);
        file("deep", SHEET, HEAD, 3 * MEGA, i -> "<c>", UNREADABLE, UNREADABLE);
        file("rows", SHEET, HEAD + "</row>", 4 * MEGA, i -> "<row/>", "web.sheet.damaged", "web.sheet.damaged");
        file("cells", SHEET, HEAD, 4 * MEGA, i -> "<c r=\"E2\" s=\"1\"/>", "web.sheet.damaged", "web.sheet.damaged");
        file(
                "column",
                SHEET,
                HEAD + "<c r=\"AAAAAAA2\"><v>1</v></c>",
                1,
                i -> "",
                "web.sheet.damaged",
                "web.sheet.damaged");
        file("string", STRINGS, "<sst><si><t>", 32 * 1024, i -> kilo, TOO_LONG, TOO_LONG);
        file("strings", STRINGS, "<sst>", 4 * MEGA, i -> "<si/>", TOO_MUCH, TOO_MUCH);
        file("strings-long", STRINGS, "<sst>", 48 * 1024, i -> "<si><t>" + kilo + "</t></si>", TOO_MUCH, TOO_MUCH);
        file(
                "styles",
                "xl/styles.xml",
                "<styleSheet><cellXfs>",
                4 * MEGA,
                i -> "<xf numFmtId=\"14\"/>",
                TOO_MUCH,
                UNREADABLE);
        file(
                "formats",
                "xl/styles.xml",
                "<styleSheet>",
                MEGA / 8,
                i -> "<numFmt numFmtId=\"" + i + "\" formatCode=\"" + "0\\".repeat(100) + "\"/>",
                TOO_MUCH,
                UNREADABLE);
        file(
                "relations",
                "xl/_rels/workbook.xml.rels",
                "<R>",
                MEGA / 4,
                i -> "<Relationship Id=\"" + i + "\" Type=\"/worksheet\" Target=\"a" + i + "\"/>",
                TOO_MUCH,
                UNREADABLE);
        file(
                "workbook",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets>",
                MEGA / 2,
                i -> "<sheet name=\"a\" r:id=\"rId1\"/>",
                TOO_MUCH,
                UNREADABLE);
        sameStringEverywhere();
        ordinaryTable();
        manyEntries();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SheetMemory.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("told.txt").toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String told = Files.readString(folder.resolveSibling("told.txt"));
        assertThat(process.exitValue()).as(told).isZero();
        expected.forEach((name, outcome) -> assertThat(told.lines()).contains(name + " " + outcome));
    }

    /** A part that begins in one way and goes on with so many pieces; it has no end. */
    private void file(
            String name, String part, String start, int pieces, IntFunction<String> piece, String few, String many)
            throws IOException {
        try (ZipOutputStream zip = zip(name)) {
            rest(zip, part);
            zip.putNextEntry(new ZipEntry(part));
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            StringBuilder some = new StringBuilder();
            for (int i = 0; i < pieces; i++) {
                some.append(piece.apply(i));
                if (some.length() > MEGA || i == pieces - 1) {
                    zip.write(some.toString().getBytes(StandardCharsets.UTF_8));
                    some.setLength(0);
                }
            }
        }
        expected.put(name, few + " " + many);
    }

    private void sameStringEverywhere() throws IOException {
        try (ZipOutputStream zip = zip("same")) {
            rest(zip, SHEET, STRINGS);
            zip.putNextEntry(new ZipEntry(STRINGS));
            zip.write(("<sst><si><t>" + "长".repeat(SheetCell.LONGEST) + "</t></si></sst>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(SHEET));
            zip.write((HEAD + "</row>").getBytes(StandardCharsets.UTF_8));
            byte[] row = ("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(60) + "</row>").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50_000; i++) {
                zip.write(row);
            }
        }
        expected.put("same", TOO_MUCH + " " + TOO_MUCH);
    }

    private void ordinaryTable() throws IOException {
        try (ZipOutputStream zip = zip("ordinary")) {
            rest(zip, SHEET);
            zip.putNextEntry(new ZipEntry(SHEET));
            zip.write((HEAD + "</row>").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 99_999; i++) {
                zip.write(RawWorkbook.texts(i + 3, "小区" + i, "" + i, "翠屏路 1 号", "翠屏街道")
                        .getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        }
        expected.put("ordinary", "web.sheet.too-many-rows 100000 rows");
    }

    private void manyEntries() throws IOException {
        try (ZipOutputStream zip = zip("entries")) {
            rest(zip);
            for (int i = 0; i < 60_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/image" + i + ".png"));
            }
        }
        expected.put("entries", "1 rows 1 rows");
    }

    private ZipOutputStream zip(String name) throws IOException {
        OutputStream out = Files.newOutputStream(folder.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    /** The parts of a spreadsheet of one row, without those that are made otherwise. */
    private static void rest(ZipOutputStream zip, String... without) throws IOException {
        for (Map.Entry<String, String> part : RawWorkbook.of()
                .part(SHEET, HEAD + "</row></sheetData></worksheet>")
                .parts()
                .entrySet()) {
            if (!java.util.Set.of(without).contains(part.getKey())) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
