package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads the first sheet of a spreadsheet, row by row. Refuses, with the reason, what is none or too much. */
@Component
@EnableConfigurationProperties(SheetProperties.class)
public class SheetReader {

    private final SheetProperties limits;

    SheetReader(SheetProperties limits) {
        this.limits = limits;
    }

    /**
     * Hands every row over that has any text: its number as the sheet counts (from 1) and its cells, trimmed.
     *
     * @param mostRows  more rows with text than that are refused
     * @throws Refusal where it is no spreadsheet, too large or has too many rows; rows may have been handed over before
     */
    public void read(Path file, int mostRows, BiConsumer<Integer, List<String>> rows) {
        try {
            check(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                    Stream<Row> lines = workbook.getFirstSheet().openStream()) {
                int[] count = {0};
                lines.forEach(line -> {
                    List<String> cells = cells(line);
                    if (cells.stream().allMatch(String::isEmpty)) {
                        return;
                    }
                    if (++count[0] > mostRows) {
                        throw Refusal.because("web.sheet.too-many-rows", mostRows);
                    }
                    rows.accept(line.getRowNum(), cells);
                });
            }
        } catch (IOException | ExcelReaderException notReadable) {
            throw Refusal.because("web.sheet.unreadable");
        } catch (RuntimeException failed) {
            if (failed instanceof Refusal refusal) {
                throw refusal;
            }
            if (failed.getClass().getName().startsWith("org.dhatim")
                    || failed.getCause() instanceof javax.xml.stream.XMLStreamException) {
                throw Refusal.because("web.sheet.unreadable");
            }
            throw failed;
        }
    }

    private void check(Path file) throws IOException {
        if (Files.size(file) > limits.maxFile().toBytes()) {
            throw Refusal.because("web.sheet.too-large", limits.maxFile().toMegabytes());
        }
        long unpacked = 0;
        boolean workbook = false;
        byte[] buffer = new byte[64 * 1024];
        // By the directory at its end: streamed files say their sizes there only.
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > limits.maxUnpacked().toBytes()) {
                            throw Refusal.because("web.sheet.too-much-unpacked");
                        }
                    }
                }
            }
        }
        if (!workbook) {
            throw new Refusal(Reason.of("web.sheet.unreadable"));
        }
    }

    private List<String> cells(Row line) {
        if (line.getCellCount() > limits.maxColumns()) {
            throw Refusal.because("web.sheet.too-many-columns", limits.maxColumns());
        }
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < line.getCellCount(); column++) {
            cells.add(ChineseText.trim(line.getCellText(column)));
        }
        return cells;
    }
}
