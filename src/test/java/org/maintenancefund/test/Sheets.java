package org.maintenancefund.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Spreadsheets as a clerk opens them. */
public final class Sheets {

    private Sheets() {}

    /** All rows of the first sheet, the headings first; the answer must be a spreadsheet to save that nobody keeps. */
    public static List<List<String>> rows(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(result.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .endsWith(".xlsx");
        return rows(result.getResponse().getContentAsByteArray());
    }

    /** What the first sheet is called. */
    public static String name(MvcTestResult result) {
        byte[] file = result.getResponse().getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of the first sheet. */
    public static List<List<String>> rows(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
