package org.maintenancefund.web.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Writes a list as a spreadsheet, row by row. Text is written as text and never as a formula, whatever it begins with, so
 * that nothing typed by a stranger is run when a clerk opens the file.
 */
public final class SheetWriter {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FLUSH_EVERY = 500;
    private static final double WIDTH = 22;

    private SheetWriter() {}

    /** The same for a file with the name of its sheet. */
    public static <T> void send(
            HttpServletResponse response, String name, List<SheetColumn<T>> columns, Iterator<T> rows)
            throws IOException {
        send(response, name, name, columns, rows);
    }

    /**
     * Sends the list as a file to save, while it is written; nothing is held back in memory.
     *
     * @param name  of the file, without ending; may be Chinese
     * @param title of the sheet in it
     */
    public static <T> void send(
            HttpServletResponse response, String name, String title, List<SheetColumn<T>> columns, Iterator<T> rows)
            throws IOException {
        write(begin(response, name), title, columns, rows);
    }

    /** Begins to send a spreadsheet as a file to save. */
    static OutputStream begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getOutputStream();
    }

    /** Writes all rows; the stream stays open. */
    public static <T> void write(OutputStream out, String title, List<SheetColumn<T>> columns, Iterator<T> rows)
            throws IOException {
        Workbook workbook = workbook(out);
        Worksheet sheet = workbook.newWorksheet(title);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, columns.get(column).title());
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        int line = 1;
        while (rows.hasNext()) {
            T row = rows.next();
            for (int column = 0; column < columns.size(); column++) {
                cell(sheet, line, column, columns.get(column).value().apply(row));
            }
            line++;
            if (line % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }
        workbook.finish();
    }

    static Workbook workbook(OutputStream out) {
        return new Workbook(out, "maintenance-fund", null);
    }

    /** Text as text, figures as figures, nothing for what is null or empty. */
    static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
            sheet.value(line, column, (Number) value);
        } else if (value != null && !value.toString().isEmpty()) {
            sheet.inlineString(line, column, value.toString());
        }
    }
}
