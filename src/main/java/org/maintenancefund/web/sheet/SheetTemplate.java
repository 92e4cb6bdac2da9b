package org.maintenancefund.web.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.maintenancefund.kernel.Messages;

/**
 * A spreadsheet to fill in: the sheet with its headings and an example, one that explains each column, and one with what may
 * be chosen. Columns of text are formatted as text, so that Excel makes no dates of 1-1.
 *
 * @param name    of the sheet to fill in
 * @param columns in their order
 * @param example a row that shows how to fill it in, one cell of which begins with {@link SheetRow#EXAMPLE}; empty where
 *                rows are there already
 * @param rows    what stands there already, cell by cell as {@link SheetWriter} writes them
 */
public record SheetTemplate(String name, List<Column> columns, List<String> example, List<List<Object>> rows) {

    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final double WIDTH = 16;
    private static final double EXPLANATION_WIDTH = 90;

    /** Rows in which Excel offers what may be chosen. */
    private static final int ROWS = 20_000;

    /**
     * A column.
     *
     * @param choices     what Excel offers in its cells, which may be written otherwise; empty where it offers nothing
     * @param explanation what to write there, or empty
     */
    public record Column(SheetHeading heading, CellContent content, List<String> choices, String explanation) {

        public Column {
            choices = List.copyOf(choices);
        }
    }

    public SheetTemplate {
        columns = List.copyOf(columns);
        example = List.copyOf(example);
        rows = List.copyOf(rows);
    }

    public SheetTemplate(String name, List<Column> columns, List<String> example) {
        this(name, columns, example, List.of());
    }

    /** The same with rows that need their last cells only. */
    public SheetTemplate filledWith(List<List<Object>> begun) {
        return new SheetTemplate(name, columns, example, begun);
    }

    /**
     * Sends it as a file to save.
     *
     * @param file its name, without ending
     */
    public void send(HttpServletResponse response, String file) throws IOException {
        write(SheetWriter.begin(response, file));
    }

    /** Writes it; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        Workbook workbook = SheetWriter.workbook(out);
        Worksheet sheet = workbook.newWorksheet(name);
        Worksheet explanations = workbook.newWorksheet(Messages.of("web.sheet.template.explanations"));
        Worksheet choices = workbook.newWorksheet(Messages.of("web.sheet.template.choices"));
        sheet.freezePane(0, 1);
        explain(explanations);
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            sheet.width(place, WIDTH);
            format(sheet, place, column.content());
            sheet.inlineString(0, place, column.heading().title());
            sheet.style(0, place).bold().set();
            if (place < example.size() && !example.get(place).isEmpty()) {
                sheet.inlineString(1, place, example.get(place));
            }
            offer(sheet, choices, place, column);
        }
        fill(sheet);
        workbook.finish();
    }

    private void fill(Worksheet sheet) {
        int line = example.isEmpty() ? 1 : 2;
        for (List<Object> row : rows) {
            for (int place = 0; place < row.size(); place++) {
                SheetWriter.cell(sheet, line, place, row.get(place));
            }
            line++;
        }
    }

    private static void format(Worksheet sheet, int place, CellContent content) {
        switch (content) {
            case TEXT -> sheet.style(place).format(TEXT).set();
            case DATE -> sheet.style(place).format(DAY).set();
            case FIGURE -> {}
        }
    }

    private static void offer(Worksheet sheet, Worksheet choices, int place, Column column) {
        if (column.choices().isEmpty()) {
            return;
        }
        choices.width(place, WIDTH);
        choices.inlineString(0, place, column.heading().title());
        choices.style(0, place).bold().set();
        for (int i = 0; i < column.choices().size(); i++) {
            choices.inlineString(i + 1, place, column.choices().get(i));
        }
        sheet.range(1, place, ROWS, place)
                .validateWithList(choices.range(1, place, column.choices().size(), place))
                .showErrorMessage(false);
    }

    private void explain(Worksheet sheet) {
        sheet.width(0, WIDTH);
        sheet.width(2, EXPLANATION_WIDTH);
        List<String> headings = Messages.list("web.sheet.template.columns");
        for (int place = 0; place < headings.size(); place++) {
            sheet.inlineString(0, place, headings.get(place));
            sheet.style(0, place).bold().set();
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.inlineString(i + 1, 0, column.heading().title());
            sheet.inlineString(
                    i + 1,
                    1,
                    Messages.of(
                            column.heading().isRequired()
                                    ? "web.sheet.template.required"
                                    : "web.sheet.template.optional"));
            sheet.inlineString(i + 1, 2, column.explanation());
        }
    }
}
