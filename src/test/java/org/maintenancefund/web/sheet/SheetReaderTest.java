package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.test.RawWorkbook.row;
import static org.maintenancefund.test.RawWorkbook.text;
import static org.maintenancefund.test.RawWorkbook.texts;
import static org.maintenancefund.web.sheet.SheetsRead.HEAD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.web.sheet.SheetReader.SheetTable;

/** Whatever a file is, it is read or refused in words. */
class SheetReaderTest {

    private static final String ROW = texts(2, "一", "1");

    private final SheetsRead sheets = new SheetsRead();

    @Test
    void theTableIsFoundBelowTitlesAndBehindOtherSheets() {
        RawWorkbook workbook = RawWorkbook.of(texts(1, "请按模板填写"), texts(3, "名称要写全"))
                .sheet("数据", texts(1, "东湖区一览表"), texts(2, "制表：林致远", "2026年"), texts(4, "名称", "数"), texts(5, "一", "1"));

        assertThat(sheets.read(workbook)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.texts()).containsExactly("一", "1");
        });
    }

    /** Whoever works in the background has the time, and a file is not to be refused because others are read just now. */
    @Test
    void whoHasTheTimeWaitsForATurnAndCanBeStopped() throws Exception {
        Path file = Files.createTempFile("sheets", ".xlsx");
        CountDownLatch reading = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        try {
            Files.write(file, RawWorkbook.of(HEAD, ROW).bytes());
            List<CompletableFuture<Integer>> busy = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> sheets.reader.read(file, SheetsRead.Column.class, 10, held(reading, go)),
                            command -> new Thread(command).start()))
                    .toList();
            reading.await();

            CompletableFuture<Throwable> stopped = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                try {
                    sheets.reader.readInTurn(file, SheetsRead.Column.class, 10, held(reading, go));
                } catch (RuntimeException failure) {
                    stopped.complete(failure);
                }
            });
            waiting.start();
            waiting.interrupt();
            assertThat(stopped.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);

            CompletableFuture<Integer> fourth = CompletableFuture.supplyAsync(
                    () -> sheets.reader.readInTurn(file, SheetsRead.Column.class, 10, held(reading, go)),
                    command -> new Thread(command).start());
            assertThat(fourth.isDone()).isFalse();
            go.countDown();
            assertThat(fourth.get(10, TimeUnit.SECONDS)).isZero();
            CompletableFuture.allOf(busy.toArray(CompletableFuture[]::new)).join();
        } finally {
            go.countDown();
            Files.delete(file);
        }
    }

    private static SheetTable<SheetsRead.Column> held(CountDownLatch reading, CountDownLatch go) {
        return new SheetTable<>() {
            @Override
            public void head(String sheet, SheetHeader<SheetsRead.Column> found, SheetRow headings) {
                reading.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void row(SheetRow row) {}
        };
    }

    @Test
    void hiddenSheetsAreNotRead() {
        RawWorkbook workbook =
                RawWorkbook.of(texts(1, "说明")).hiddenSheet("旧", HEAD, ROW).sheet("新", HEAD, texts(2, "二", "2"));

        assertThat(sheets.read(workbook))
                .singleElement()
                .satisfies(row -> assertThat(row.cell(0).text()).isEqualTo("二"));
        assertThat(sheets.sheet).isEqualTo("新");
    }

    @Test
    void twoTablesAreRefusedBecauseOnlyOneWouldBeRead() {
        RawWorkbook two = RawWorkbook.of(HEAD, ROW).sheet("二期", HEAD, ROW);
        assertThat(sheets.refusal(two)).isEqualTo("web.sheet.several-tables[表”、“二期]");

        RawWorkbook empty = RawWorkbook.of(HEAD).sheet("二期", HEAD, ROW).sheet("三期", HEAD, texts(2, "【示例】一", "1"));
        assertThat(sheets.read(empty)).hasSize(1);
    }

    @Test
    void examplesOfTheTemplateAreSkippedAndCounted() {
        assertThat(sheets.read(
                        RawWorkbook.of(HEAD, texts(2, "【示例】一", "1"), texts(3, "", "（示例）", "x"), texts(4, "示例花园", "1"))))
                .singleElement()
                .satisfies(row -> assertThat(row.cell(0).text()).isEqualTo("示例花园"));
        assertThat(sheets.examples).isEqualTo(2);
        assertThat(sheets.refusal(RawWorkbook.of(HEAD, texts(2, "【示例】一", "1")))).startsWith("web.sheet.only-examples");
    }

    @Test
    void rowsAndCellsMayLeaveTheirAddressOut() {
        String cells = "<c t=\"inlineStr\"><is><t>二</t></is></c><c><v>2</v></c>";
        assertThat(sheets.read(RawWorkbook.of(
                        HEAD, ROW, "<row>" + cells + "</row>", texts(7, "七", "7"), "<row>" + cells + "</row>")))
                .extracting(SheetRow::number)
                .containsExactly(2, 3, 7, 8);
        assertThat(sheets.rows.get(1).texts()).containsExactly("二", "2");
    }

    @Test
    void aRowNumberThatIsThereTwiceLosesNoRow() {
        assertThat(sheets.read(RawWorkbook.of(HEAD, ROW, texts(2, "二", "2"), texts(2, "三", "3"))))
                .extracting(SheetRow::number)
                .containsExactly(2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "1048577", "99999999999", "2.5", ""})
    void anUnreadableRowNumberIsDamage(String number) {
        assertThat(sheets.refusal(RawWorkbook.of(HEAD, "<row r=\"" + number + "\"><c r=\"A2\"><v>1</v></c></row>")))
                .isEqualTo("web.sheet.damaged[2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2A", "AAAAAAA2", "XFE2", "A", "2", "", "$A$2", "A2:B2", "ÄÄ2", "A22222222"})
    void anUnreadableCellAddressIsDamage(String address) {
        assertThat(sheets.refusal(RawWorkbook.of(HEAD, row(2, "<c r=\"" + address + "\"><v>1</v></c>"))))
                .isEqualTo("web.sheet.damaged[2]");
    }

    @Test
    void aCellThatIsThereTwiceIsDamage() {
        assertThat(sheets.refusal(RawWorkbook.of(HEAD, row(2, text("A2", "一"), text("A2", "二")))))
                .isEqualTo("web.sheet.damaged[2]");
    }

    @Test
    void emptyCellsFarRightCostNothingButTextThereIsRefused() {
        assertThat(sheets.read(RawWorkbook.of(HEAD, row(2, text("A2", "一"), "<c r=\"XFD2\" s=\"1\"/>"))))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).hasSize(1));
        assertThat(sheets.refusal(RawWorkbook.of(HEAD, row(2, text("A2", "一"), text("ZZ2", "远")))))
                .isEqualTo("web.sheet.too-many-columns[5, ZZ2]");
    }

    @Test
    void otherEditionsAreReadToo() {
        String strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        RawWorkbook prefixed = RawWorkbook.of(HEAD, ROW)
                .workbookAt("office/book one.xml")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                                + "<!-- made < by > hand --><x:worksheet xmlns:x=\""
                                + strict
                                + "\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>名称</x:t></x:is></x:c>"
                                + "<x:c t=\"inlineStr\"><x:is><x:t>数</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c>"
                                + "</x:row></x:sheetData></x:worksheet>");
        assertThat(sheets.read(prefixed).get(0).texts()).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.xml, <workbook><sheets/></workbook>",
        "xl/workbook.xml, <broken",
        "xl/workbook.xml, ''",
        "xl/worksheets/sheet1.xml, ''",
        "xl/worksheets/sheet1.xml, <worksheet><sheetData><row r='1'>",
        "xl/worksheets/sheet1.xml, <!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>",
        "xl/worksheets/sheet1.xml, <worksheet><sheetData>&unknown;</sheetData></worksheet>",
        "xl/worksheets/sheet1.xml, <worksheet><sheetData><row r='1' r='2'/></sheetData></worksheet>",
        "xl/sharedStrings.xml, <sst><si><t>",
        "xl/styles.xml, <styleSheet><cellXfs></styleSheet>",
        "xl/_rels/workbook.xml.rels, <Relationships/>",
        "xl/_rels/workbook.xml.rels, not xml"
    })
    void aDamagedPartIsRefused(String part, String content) {
        assertThat(sheets.refusal(RawWorkbook.of(HEAD, ROW).part(part, content)))
                .startsWith("web.sheet.unreadable");
    }

    @Test
    void anEmptyTableSaysSo() {
        assertThat(sheets.refusal(RawWorkbook.of(HEAD))).startsWith("web.sheet.no-rows");
        assertThat(sheets.refusal(RawWorkbook.of())).startsWith("web.sheet.no-rows");
    }

    @Test
    void anyByteOfAFileMayBeWrong() {
        byte[] good = RawWorkbook.of(HEAD, ROW).strings("一").bytes();
        Random random = new Random(7);
        for (int attempt = 0; attempt < 400; attempt++) {
            byte[] bad = attempt % 4 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int change = 0; change < 3 && bad.length > 0 && attempt % 4 != 0; change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                sheets.read(bad);
            } catch (Refusal told) {
                assertThat(told.reason().code()).startsWith("web.sheet.");
            }
        }
    }

    @Test
    void otherFilesAreCalledByTheirName() throws IOException {
        assertThat(sheets.refusal(ole("Workbook"))).startsWith("web.sheet.old[");
        assertThat(sheets.refusal(ole("EncryptedPackage"))).startsWith("web.sheet.encrypted");
        assertThat(sheets.refusal(ole(""))).startsWith("web.sheet.old-or-encrypted");
        assertThat(sheets.refusal("<html><table><tr><td>名称".getBytes(StandardCharsets.UTF_8)))
                .startsWith("web.sheet.html");
        assertThat(sheets.refusal("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"
                        .getBytes(StandardCharsets.UTF_8)))
                .startsWith("web.sheet.xml");
        assertThat(sheets.refusal("%PDF-1.7\n\u0000".getBytes(StandardCharsets.UTF_8)))
                .startsWith("web.sheet.pdf");
        assertThat(sheets.refusal(zip("_rels/.rels", "word/document.xml"))).startsWith("web.sheet.word");
        assertThat(sheets.refusal(zip("_rels/.rels", "xl/workbook.bin"))).startsWith("web.sheet.binary");
        assertThat(sheets.refusal(zip("mimetype", "content.xml"))).startsWith("web.sheet.open-document");
        assertThat(sheets.refusal(zip("2026/望湖苑.xlsx"))).startsWith("web.sheet.archive");
        assertThat(sheets.refusal(zip("_rels/.rels", "ppt/presentation.xml"))).startsWith("web.sheet.unreadable");
        assertThat(sheets.refusal(zip("a.txt"))).startsWith("web.sheet.unreadable");
        assertThat(sheets.refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1, 2}))
                .startsWith("web.sheet.unreadable");
        assertThat(sheets.refusal(new byte[0])).startsWith("web.sheet.no-content");
        assertThat(sheets.refusal("PK".getBytes(StandardCharsets.UTF_8))).startsWith("web.sheet.");
    }

    private static byte[] ole(String part) {
        byte[] file = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                80_000);
        byte[] name = part.getBytes(StandardCharsets.UTF_16LE);
        // Across the edge of what is looked at at once.
        System.arraycopy(name, 0, file, 65_530, name.length);
        return file;
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
