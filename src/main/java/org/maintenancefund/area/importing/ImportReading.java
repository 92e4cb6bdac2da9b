package org.maintenancefund.area.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetHeader;
import org.maintenancefund.web.sheet.SheetReader;
import org.maintenancefund.web.sheet.SheetReader.SheetTable;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** The first half of an import: every row is read and compared with what is on record; nothing of the list is touched. */
@Component
@RequiredArgsConstructor
class ImportReading {

    private static final int BATCH = 500;

    private final ImportProgress progress;
    private final ImportMatcher matcher;
    private final SheetReader sheets;
    private final ImportProperties limits;

    /** Reads the whole file, from its beginning also where it was broken off. */
    void read(ImportView run, UUID worker) {
        progress.beginReading(run.id(), worker);
        try {
            Path file = Files.createTempFile("area-import", ".xlsx");
            try {
                progress.copyContent(run.id(), file);
                Rows rows = new Rows(run.id(), worker);
                sheets.readInTurn(file, ImportColumn.class, limits.maxRows(), rows);
                rows.keep();
                progress.finishReading(run.id(), worker);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Refusal refusal) {
            progress.refuse(run.id(), worker, Messages.of(refusal.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows on their way, some hundred at a time. */
    private final class Rows implements SheetTable<ImportColumn> {

        private final UUID id;
        private final UUID worker;
        private final Set<String> seen = new HashSet<>();
        private final List<ImportMatcher.Line> waiting = new ArrayList<>();
        private ImportHeader header;

        @SuppressWarnings("NullAway.Init")
        Rows(UUID id, UUID worker) {
            this.id = id;
            this.worker = worker;
        }

        @Override
        public void head(SheetHeader<ImportColumn> found, SheetRow headings) {
            // As the second half will read them: from what is kept.
            List<String> kept = ImportHeader.kept(headings);
            header = ImportHeader.of(kept);
            progress.keepHeaders(id, worker, kept, header.unusedNames());
        }

        @Override
        public void row(SheetRow row) {
            waiting.add(header.line(row));
            if (waiting.size() == BATCH) {
                keep();
            }
        }

        void keep() {
            if (!waiting.isEmpty()) {
                progress.keep(id, worker, matcher.match(header, waiting, seen));
                waiting.clear();
            }
        }
    }
}
