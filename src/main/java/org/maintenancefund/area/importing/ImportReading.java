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
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.sheet.SheetReader;
import org.springframework.stereotype.Component;

/** The first half of an import: every row is read and compared with what is on record; nothing of the list is touched. */
@Component
class ImportReading {

    private static final int BATCH = 500;

    private final ImportProgress progress;
    private final ImportMatcher matcher;
    private final SheetReader sheets;
    private final ImportProperties limits;
    private final Messages messages;

    ImportReading(
            ImportProgress progress,
            ImportMatcher matcher,
            SheetReader sheets,
            ImportProperties limits,
            Messages messages) {
        this.progress = progress;
        this.matcher = matcher;
        this.sheets = sheets;
        this.limits = limits;
        this.messages = messages;
    }

    /** Reads the whole file, from its beginning also where it was broken off. */
    void read(ImportView run, UUID worker) {
        progress.beginReading(run.id(), worker);
        try {
            Path file = Files.createTempFile("area-import", ".xlsx");
            try {
                progress.copyContent(run.id(), file);
                Rows rows = new Rows(run.id(), worker);
                // The heading is a row too.
                sheets.read(file, limits.maxRows() + 1, rows::take);
                rows.finish();
                progress.finishReading(run.id(), worker);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Refusal refusal) {
            progress.refuse(run.id(), worker, messages.of(refusal.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows on their way, some hundred at a time. */
    private final class Rows {

        private final UUID id;
        private final UUID worker;
        private final Set<String> seen = new HashSet<>();
        private final List<ImportMatcher.Line> waiting = new ArrayList<>();
        private ImportHeader header;
        private int last;
        private boolean any;

        @SuppressWarnings("NullAway.Init")
        Rows(UUID id, UUID worker) {
            this.id = id;
            this.worker = worker;
        }

        /** Takes a row; one whose number doesn't come behind the last one's is counted behind it. */
        void take(int number, List<String> cells) {
            last = Math.max(number, last + 1);
            ImportMatcher.Line line = new ImportMatcher.Line(last, cells);
            if (header == null) {
                header = ImportHeader.of(line.cells());
                progress.keepHeaders(id, worker, line.cells(), header.unusedNames());
                return;
            }
            any = true;
            waiting.add(line);
            if (waiting.size() == BATCH) {
                keep();
            }
        }

        void finish() {
            if (!any) {
                throw Refusal.because("area.import.no-rows");
            }
            keep();
        }

        private void keep() {
            if (!waiting.isEmpty()) {
                progress.keep(id, worker, matcher.match(header, waiting, seen));
                waiting.clear();
            }
        }
    }
}
