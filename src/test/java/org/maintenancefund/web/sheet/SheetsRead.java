package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.web.sheet.SheetReader.SheetTable;
import org.springframework.util.unit.DataSize;

/** Reads spreadsheets with three columns: 名称 and 数, which have to be there, and 备注. */
final class SheetsRead {

    enum Column implements SheetHeading {
        NAME(true, "名称"),
        FIGURE(true, "数（㎡）", "数"),
        REMARK(false, "备注");

        private final boolean required;
        private final List<String> titles;

        Column(boolean required, String... titles) {
            this.required = required;
            this.titles = List.of(titles);
        }

        @Override
        public List<String> titles() {
            return titles;
        }

        @Override
        public boolean isRequired() {
            return required;
        }
    }

    static final String HEAD = RawWorkbook.texts(1, "名称", "数", "备注");

    final SheetReader reader =
            new SheetReader(new SheetProperties(DataSize.ofMegabytes(5), DataSize.ofMegabytes(20), 5));
    final List<SheetRow> rows = new ArrayList<>();
    String sheet = "";
    SheetHeader<Column> header;
    int examples;

    /** Reads it; what was read before is forgotten. */
    List<SheetRow> read(Path file, int most) {
        rows.clear();
        examples = reader.read(file, Column.class, most, new SheetTable<>() {
            @Override
            public void head(String name, SheetHeader<Column> found, SheetRow headings) {
                sheet = name;
                header = found;
            }

            @Override
            public void row(SheetRow row) {
                rows.add(row);
            }
        });
        return rows;
    }

    List<SheetRow> read(byte[] content) {
        try {
            Path file = Files.createTempFile("sheets", ".xlsx");
            try {
                Files.write(file, content);
                return read(file, 100);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SheetRow> read(RawWorkbook workbook) {
        return read(workbook.bytes());
    }

    /** The only row's cell in column A. */
    SheetCell cell(RawWorkbook workbook) {
        return read(workbook).get(0).cell(0);
    }

    /** The key of the sentence that refuses it. */
    String refusal(byte[] content) {
        Refusal[] caught = new Refusal[1];
        assertThatThrownBy(() -> read(content)).isInstanceOfSatisfying(Refusal.class, refusal -> caught[0] = refusal);
        return caught[0].reason().code() + caught[0].reason().args();
    }

    String refusal(RawWorkbook workbook) {
        return refusal(workbook.bytes());
    }
}
