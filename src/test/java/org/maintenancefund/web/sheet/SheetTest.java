package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.kernel.Refusal;
import org.springframework.util.unit.DataSize;

/** What is written is read again. */
class SheetTest {

    private record Line(String name, Object figure) {}

    private static final List<SheetColumn<Line>> COLUMNS =
            List.of(new SheetColumn<>("名称", Line::name), new SheetColumn<>("数", Line::figure));

    @TempDir
    Path folder;

    private final SheetReader reader =
            new SheetReader(new SheetProperties(DataSize.ofMegabytes(5), DataSize.ofMegabytes(20), 5));

    @Test
    void textStaysTextAndNumbersStayNumbers() throws IOException {
        Path file = written(List.of(
                new Line("=HYPERLINK(\"x\")", 3), new Line("+86", new BigDecimal("1.50")), new Line("  ", null)));

        List<List<String>> rows = rows(file, 10);

        assertThat(rows.get(0)).containsExactly("名称", "数");
        assertThat(rows.get(1)).containsExactly("=HYPERLINK(\"x\")", "3");
        assertThat(rows.get(2).get(0)).isEqualTo("+86");
        assertThat(new BigDecimal(rows.get(2).get(1))).isEqualByComparingTo("1.5");
        assertThat(rows).as("a row without text is none").hasSize(3);
    }

    @Test
    void tooManyRowsAreRefused() throws IOException {
        Path file = written(
                IntStream.range(0, 50).mapToObj(i -> new Line("行" + i, i)).toList());

        assertThat(rows(file, 51)).hasSize(51);
        assertRefused(file, 50, "web.sheet.too-many-rows");
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.xlsx"), "名称,数\n一,1\n", StandardCharsets.UTF_8);
        assertRefused(text, 10, "web.sheet.unreadable");
        assertRefused(zip("other.txt", new byte[10]), 10, "web.sheet.unreadable");
        assertRefused(zip("xl/workbook.xml", "<broken".getBytes(StandardCharsets.UTF_8)), 10, "web.sheet.unreadable");
    }

    @Test
    void aSmallFileThatUnpacksToVeryMuchIsRefused() throws IOException {
        Path bomb = zip("xl/workbook.xml", new byte[30 * 1024 * 1024]);

        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertRefused(bomb, 10, "web.sheet.too-much-unpacked");
    }

    private Path written(List<Line> lines) throws IOException {
        Path file = Files.createTempFile(folder, "sheet", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            SheetWriter.write(out, "测试", COLUMNS, lines.iterator());
        }
        return file;
    }

    private Path zip(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "zip", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file;
    }

    private List<List<String>> rows(Path file, int most) {
        List<List<String>> rows = new ArrayList<>();
        reader.read(file, most, (number, cells) -> rows.add(cells));
        return rows;
    }

    private void assertRefused(Path file, int most, String code) {
        assertThatThrownBy(() -> rows(file, most))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }
}
