package org.maintenancefund.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetHeader;
import org.maintenancefund.web.sheet.SheetReader;
import org.maintenancefund.web.sheet.SheetReader.SheetTable;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** The first half of an import: every row is read and compared with what is on record; nothing of the register is touched. */
@Component
@RequiredArgsConstructor
class ImportReading {

    private static final int BATCH = 500;

    private final ImportProgress progress;
    private final ApplyingSteps steps;
    private final SheetReader sheets;

    /** Reads the whole file, from its beginning also where it was broken off. */
    <C extends Enum<C> & ImportedColumn> void read(ImportDefinition<C> definition, ImportView run, UUID worker) {
        progress.beginReading(run.id(), worker);
        try {
            Path file = Files.createTempFile("import", null);
            try {
                progress.copyContent(run.id(), file);
                Rows<C> rows = new Rows<>(definition, run, worker);
                sheets.readInTurn(file, definition.columns(), definition.maxRows(), rows);
                rows.finish();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (NotFound gone) {
            if (!(definition instanceof AllOrNoneImport<C> whole)) {
                throw gone;
            }
            steps.refuse(run, worker, Messages.of(whole.notYours()));
        } catch (Refusal refusal) {
            steps.refuse(run, worker, Messages.of(refusal.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows on their way, some hundred at a time. */
    private final class Rows<C extends Enum<C> & ImportedColumn> implements SheetTable<C> {

        private final ImportDefinition<C> definition;
        private final ImportView run;
        private final UUID worker;
        private final List<ImportLine<C>> waiting = new ArrayList<>();
        private ImportHeader<C> header;
        private RowMatcher<C> matcher;

        @SuppressWarnings("NullAway.Init")
        Rows(ImportDefinition<C> definition, ImportView run, UUID worker) {
            this.definition = definition;
            this.run = run;
            this.worker = worker;
        }

        @Override
        public void head(String sheet, SheetHeader<C> found, SheetRow headings) {
            // As the second half will read them: from what is kept.
            List<String> kept = ImportHeader.kept(headings);
            header = ImportHeader.of(definition.columns(), kept);
            matcher = definition.matcher(run, header);
            progress.keepHeaders(run.id(), worker, sheet, kept, header.unusedNames());
        }

        @Override
        public void row(SheetRow row) {
            waiting.add(header.line(row));
            if (waiting.size() == BATCH) {
                keep();
            }
        }

        private void keep() {
            if (!waiting.isEmpty()) {
                progress.keep(run.id(), worker, matcher.match(waiting));
                waiting.clear();
            }
        }

        void finish() {
            keep();
            progress.finishReading(run.id(), worker, matcher.doubts());
        }
    }
}
