package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.kernel.Refusal;

/** What is written is read again. */
class SheetTest {

    private record Line(String name, Object figure) {}

    private static final List<SheetColumn<Line>> COLUMNS =
            List.of(new SheetColumn<>("名称", Line::name), new SheetColumn<>("数", Line::figure));

    @TempDir
    Path folder;

    private final SheetsRead sheets = new SheetsRead();

    @Test
    void textStaysTextAndNumbersStayNumbers() throws IOException {
        Path file = written(List.of(
                new Line("=HYPERLINK(\"x\")", 3), new Line("+86", new BigDecimal("1.50")), new Line("  ", null)));

        List<SheetRow> rows = sheets.read(file, 10);

        assertThat(rows).as("a row without text is none").hasSize(2);
        assertThat(rows.get(0).texts()).containsExactly("=HYPERLINK(\"x\")", "3");
        assertThat(rows.get(1).texts()).containsExactly("+86", "1.5");
    }

    @Test
    void tooManyRowsAreRefused() throws IOException {
        Path file = written(
                IntStream.range(0, 50).mapToObj(i -> new Line("行" + i, i)).toList());

        assertThat(sheets.read(file, 50)).hasSize(50);
        assertThatThrownBy(() -> sheets.read(file, 49))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("web.sheet.too-many-rows"));
    }

    private Path written(List<Line> lines) throws IOException {
        Path file = Files.createTempFile(folder, "sheet", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            SheetWriter.write(out, "测试", COLUMNS, lines.iterator());
        }
        return file;
    }
}
